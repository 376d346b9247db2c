// SPDX-License-Identifier: Apache-2.0
import type { BillOriginator } from '@plumbline/core/sbom/bill-of-materials';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { commitId, commitOfGitoid, commitOfReference } from '../imports/commit-id.ts';
import { bounded } from '../imports/named-tool.ts';
import { objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { isPurl } from '../sbom/is-purl.ts';
import { known } from '../sbom/known.ts';
import type { ComponentElements } from '../sbom/sbom-gaps.ts';
import { idOf, type Spdx3Graph, textsIn, typeOf } from './spdx-3-graph.ts';

const identifierTypes: ReadonlySet<string> = new Set(['packageUrl', 'cpe22', 'cpe23', 'swid', 'gitoid', 'swhid']);

/** A package of SPDX 3 as a component of a bill of materials. */
export function spdx3Component(entry: JsonObject, graph: Spdx3Graph): Sbom['components'][number] {
  return {
    purl: purlOf(entry),
    name: textOf(entry['name']) ?? '',
    version: versionOf(entry),
    hashed: isHashed(entry),
    supplier: supplierOf(entry, graph),
  };
}

/** Which minimum elements a package of SPDX 3 has. */
export function spdx3Elements(entry: JsonObject, graph: Spdx3Graph): ComponentElements {
  const id = idOf(entry) ?? '';
  return {
    supplier: supplierOf(entry, graph) !== null,
    name: known(textOf(entry['name'])) !== null,
    version: versionOf(entry) !== null,
    identifier:
      purlOf(entry) !== null ||
      objectsOf(entry['externalIdentifier']).some((given) =>
        identifierTypes.has(textOf(given['externalIdentifierType']) ?? ''),
      ),
    related: graph.relations.related.has(id),
    hashed: isHashed(entry),
    licensed: graph.relations.licensed.has(id),
  };
}

/** The subject of a bill of materials. */
export function spdx3Subject(entry: JsonObject): Sbom['subject'] {
  return { name: textOf(entry['name']) ?? '', version: versionOf(entry), purl: purlOf(entry) };
}

/** The commits that a package says it is of. */
export function spdx3Commits(entry: JsonObject): readonly (string | null)[] {
  const version = versionOf(entry);
  return [
    ...identifiersOf(entry).map((identifier) => commitOfGitoid(identifier)),
    commitOfReference(textOf(entry['software_downloadLocation'])),
    commitOfReference(purlOf(entry)),
    version?.length === 40 || version?.length === 64 ? commitId(version) : null,
  ];
}

const versionOf = (entry: JsonObject): string | null => known(textOf(entry['software_packageVersion']));

function identifiersOf(entry: JsonObject): readonly (string | null)[] {
  return objectsOf(entry['externalIdentifier']).map(({ identifier }) => textOf(identifier));
}

function purlOf(entry: JsonObject): string | null {
  return [textOf(entry['software_packageUrl']), ...identifiersOf(entry)].find((text) => isPurl(text)) ?? null;
}

const isHashed = (entry: JsonObject): boolean =>
  objectsOf(entry['verifiedUsing']).some(({ hashValue }) => /^[0-9a-f]{8,}$/i.test(textOf(hashValue) ?? ''));

function supplierOf(entry: JsonObject, graph: Spdx3Graph): string | null {
  const names = textsIn(entry['suppliedBy']).map((id) => known(textOf(graph.byId.get(id)?.['name'])));
  return bounded(names.find((name) => name !== null) ?? null);
}

/** Who made it: a person, or an organization. */
export function spdx3Originator(entry: JsonObject, graph: Spdx3Graph): { readonly originator?: BillOriginator } {
  const [agent] = textsIn(entry['originatedBy']).map((id) => graph.byId.get(id));
  const name = agent === undefined ? null : bounded(known(textOf(agent['name'])));
  if (agent === undefined || name === null) return {};
  return { originator: { name, as: typeOf(agent) === 'Person' ? 'author' : 'manufacturer' } };
}
