// SPDX-License-Identifier: Apache-2.0
import { bounded } from '../imports/named-tool.ts';
import { at, isObject, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import type { DocumentElements } from '../sbom/sbom-gaps.ts';

export type CycloneDxDocument = {
  readonly tool: string | null;
  readonly toolVersion: string | null;
  readonly author: string | null;
  readonly elements: Omit<DocumentElements, 'timestamp'>;
};

/** Who made the document with what, and at which stage of the life cycle. */
export function cycloneDxDocument(bom: JsonObject): CycloneDxDocument {
  const metadata = at(bom, 'metadata');
  const [tool] = toolsOf(at(metadata, 'tools'));
  const authors = [...objectsOf(at(metadata, 'authors')), at(metadata, 'manufacturer')].flatMap(
    (party) => partyName(party) ?? [],
  );
  const lifecycles = objectsOf(at(metadata, 'lifecycles'));
  return {
    tool: tool?.name ?? null,
    toolVersion: tool?.version ?? null,
    author: bounded(authors[0] ?? partyName(at(metadata, 'supplier'))),
    elements: {
      author: authors.length > 0,
      tool: tool !== undefined,
      context: lifecycles.some(({ phase, name }) => textOf(phase) !== null || textOf(name) !== null),
    },
  };
}

/** Tools beyond these are not looked at. */
const toolsMax = 100;

/** Generators list what they run on and are made of beside themselves: npm, a library. */
const generator = /cyclonedx(?!.*(?:library|lib|core))|cdxgen|sbom|bom\b|syft|trivy|spdx/i;

/** Up to 1.4 a list of tools, since 1.5 components and services: the generator itself first, one without a version last. */
function toolsOf(tools: JsonValue | undefined): readonly { readonly name: string; readonly version: string | null }[] {
  const named = [
    ...objectsOf(tools),
    ...objectsOf(at(tools, 'components')),
    ...objectsOf(at(tools, 'services')),
  ].flatMap((tool) => {
    const name = bounded(textOf(tool['name']));
    return name === null ? [] : [{ name, version: bounded(textOf(tool['version'])) }];
  });
  const rank = ({ name, version }: (typeof named)[number]): number =>
    (version === null ? 2 : 0) + (generator.test(name) ? 0 : 1);
  return named.slice(0, toolsMax).toSorted((a, b) => rank(a) - rank(b));
}

function partyName(party: JsonValue | undefined): string | null {
  if (!isObject(party)) return null;
  const contact = objectsOf(party['contact'])[0];
  return textOf(party['name']) ?? textOf(party['email']) ?? textOf(contact?.['name']);
}
