// SPDX-License-Identifier: Apache-2.0
import { isObject, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { type Spdx3Graph, textsIn, typeOf } from './spdx-3-graph.ts';

/** Tools and authors beyond these are not looked at. */
const namesMax = 100;

/** Identifiers that the document or its SBOM calls its roots. */
export function spdx3RootIds({ elements }: Spdx3Graph): ReadonlySet<string> {
  return new Set(
    elements.flatMap((element) =>
      /(?:Sbom|Bom|SpdxDocument)$/.test(typeOf(element)) ? textsIn(element['rootElement']) : [],
    ),
  );
}

/** The CreationInfo of the document or SBOM, else the first one. */
export function spdx3Creation({ elements, byId }: Spdx3Graph): JsonObject {
  const holder =
    elements.find((element) => typeOf(element) === 'SpdxDocument') ??
    elements.find((element) => typeOf(element).endsWith('Sbom'));
  const stated = holder?.['creationInfo'];
  const named = isObject(stated) ? stated : byId.get(textOf(stated) ?? '');
  return named ?? elements.find((element) => typeOf(element) === 'CreationInfo') ?? {};
}

/** Names of the agents or tools that a creation refers to. */
export function spdx3Names(creation: JsonObject, member: string, { byId }: Spdx3Graph): readonly string[] {
  return textsIn(creation[member])
    .slice(0, namesMax)
    .flatMap((id) => textOf(byId.get(id)?.['name']) ?? []);
}
