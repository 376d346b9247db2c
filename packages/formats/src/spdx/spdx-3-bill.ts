// SPDX-License-Identifier: Apache-2.0
import type {
  BillComponent,
  BillHash,
  BillOfMaterials,
  BillSubject,
  GenerationContext,
} from '@plumbline/core/sbom/bill-of-materials';
import { soleCommit } from '../imports/commit-id.ts';
import { namedTool } from '../imports/named-tool.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import { objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { known } from '../sbom/known.ts';
import { refsOf, resolveComponents } from '../sbom/resolve-components.ts';
import { repositoryOfAddress } from '../sbom/vcs-address.ts';
import { foundInPrefix } from './bill-words.ts';
import { spdx3Creation, spdx3Names, spdx3RootIds } from './spdx-3-document.ts';
import { type Spdx3Edges, spdx3Edges } from './spdx-3-edges.ts';
import { idOf, spdx3Graph, type Spdx3Graph, textsIn, typeOf } from './spdx-3-graph.ts';
import { spdx3Commits, spdx3Component, spdx3Originator } from './spdx-3-package.ts';
import { spdxHash } from './spdx-hash.ts';

const types: ReadonlyMap<string, BillComponent['type']> = new Map([
  ['application', 'application'],
  ['operatingSystem', 'operating-system'],
]);

/** A graph of SPDX 3.0 as a bill of materials; its subject is the one root that is a package. */
export function spdx3Bill(elements: readonly JsonObject[]): BillOfMaterials {
  const graph = spdx3Graph(elements);
  const edges = spdx3Edges(elements);
  const packages = elements.filter((element) => typeOf(element).endsWith('Package'));
  const roots = spdx3RootIds(graph);
  const subjects = packages.filter((entry) => roots.has(idOf(entry) ?? ''));
  const subject = subjects.length === 1 ? subjects[0] : undefined;
  const { components, refOf } = resolveComponents(
    packages.filter((entry) => entry !== subject).map((entry) => componentOf(entry, graph, edges)),
  );
  const creation = spdx3Creation(graph);
  const { tool, toolVersion } = namedTool(spdx3Names(creation, 'createdUsing', graph)[0] ?? null);
  const subjectId = subject === undefined ? '' : (idOf(subject) ?? '');
  return {
    subject: {
      ...statedOf(subject ?? {}, graph, edges),
      repository: repositoryOfAddress(known(textOf(subject?.['software_downloadLocation']))),
      commit: soleCommit(subjects.flatMap((entry) => spdx3Commits(entry))).commit,
      dependsOn: refsOf(edges.of.get(subjectId) ?? [], refOf),
      complete: edges.complete.has(subjectId),
    },
    context: contextOf(elements),
    createdAt: statedInstant(creation['created'], 'SPDX 3 CreationInfo.created', createProblems()),
    tool: tool === null ? null : { name: tool, version: toolVersion },
    author: authorOf(creation, graph),
    components,
    remarks: remarksOf(elements),
  };
}

function componentOf(
  entry: JsonObject,
  graph: Spdx3Graph,
  edges: Spdx3Edges,
): Omit<BillComponent, 'ref'> & { readonly id: string } {
  const id = idOf(entry) ?? '';
  const said = textOf(entry['software_sourceInfo']) ?? '';
  return {
    id,
    ...statedOf(entry, graph, edges),
    type: types.get(textOf(entry['software_primaryPurpose']) ?? '') ?? 'library',
    scope: edges.scopes.get(id) ?? null,
    dependsOn: edges.of.get(id) ?? null,
    foundIn: said.startsWith(foundInPrefix) ? said.slice(foundInPrefix.length).split('; ') : [],
  };
}

function statedOf(
  entry: JsonObject,
  graph: Spdx3Graph,
  { licenses }: Spdx3Edges,
): Pick<BillSubject, 'name' | 'version' | 'purl' | 'supplier' | 'originator' | 'license' | 'hashes'> {
  const { name, version, purl, supplier } = spdx3Component(entry, graph);
  const named = (licenses.get(idOf(entry) ?? '') ?? []).flatMap((id) => {
    const license = graph.byId.get(id);
    const text = license?.['simplelicensing_licenseExpression'] ?? license?.['simplelicensing_licenseText'];
    return known(textOf(text)) ?? [];
  });
  const hashes = objectsOf(entry['verifiedUsing']).flatMap(({ algorithm, hashValue, comment }): readonly BillHash[] =>
    spdxHash(textOf(algorithm), textOf(hashValue), textOf(comment)),
  );
  const license = named.length === 0 ? null : named.join(' AND ');
  return { name, version, purl, supplier, ...spdx3Originator(entry, graph), license, hashes };
}

function contextOf(elements: readonly JsonObject[]): GenerationContext | null {
  const stated = elements.flatMap((element) => textsIn(element['software_sbomType']));
  return stated.find((type) => type === 'source' || type === 'build' || type === 'analyzed') ?? null;
}

/** A program that made the document by itself is no author. */
function authorOf(creation: JsonObject, { byId }: Spdx3Graph): string | null {
  const people = textsOf(creation['createdBy']).flatMap((id) => {
    const agent = byId.get(id);
    return agent === undefined || typeOf(agent) === 'SoftwareAgent' ? [] : (known(textOf(agent['name'])) ?? []);
  });
  return people[0] ?? null;
}

function remarksOf(elements: readonly JsonObject[]): readonly string[] {
  const document = elements.find((element) => typeOf(element) === 'SpdxDocument');
  return (textOf(document?.['comment']) ?? '').split('\n', 1000).filter((line) => line !== '');
}
