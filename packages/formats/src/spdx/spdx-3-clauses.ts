// SPDX-License-Identifier: Apache-2.0
import type { Problems } from '../imports/problems.ts';
import { textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';

/** What breaks SPDX 3.0 in the parts that are read here. */
export function spdx3Clauses(graph: readonly JsonObject[], problems: Problems): void {
  const ids = new Set<string>();
  for (const element of graph) {
    const type = textOf(element['type']) ?? textOf(element['@type']);
    if (type === null) problems.add('SPDX 3: an element of the graph has no type');
    const id = textOf(element['spdxId']) ?? textOf(element['@id']);
    if (id !== null && ids.has(id)) problems.add('SPDX 3 Element.spdxId: used more than once');
    if (id !== null) ids.add(id);
    if (type?.endsWith('Relationship') === true) relationshipClauses(element, problems);
    if (type === 'software_Package' && id === null) problems.add('SPDX 3 Element.spdxId: a package has none');
    if (type === 'software_Package' && textOf(element['name']) === null)
      problems.add('SPDX 3 software_Package: a package has no name');
  }
  if (!graph.some((element) => textOf(element['type']) === 'SpdxDocument'))
    problems.add('SPDX 3: the graph has no SpdxDocument');
}

function relationshipClauses(element: JsonObject, problems: Problems): void {
  if (
    textOf(element['from']) === null ||
    textsOf(element['to']).length === 0 ||
    textOf(element['relationshipType']) === null
  )
    problems.add('SPDX 3 Relationship: one of its ends or its type is missing');
}
