// SPDX-License-Identifier: Apache-2.0
import type { Problems } from '../imports/problems.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';

const spdxId = /^SPDXRef-[A-Za-z0-9.-]{1,500}$/;
const creator = /^(?:Tool|Person|Organization):\s*\S/;
const party = /^(?:(?:Person|Organization):\s*\S|NOASSERTION$)/;

/** What breaks SPDX 2.2 and 2.3 in the parts that are read here. */
export function spdx2Clauses(document: JsonObject, problems: Problems): void {
  if (document['SPDXID'] !== 'SPDXRef-DOCUMENT') problems.add('SPDX 2 §6.3: the document is not SPDXRef-DOCUMENT');
  if (textOf(document['name']) === null) problems.add('SPDX 2 §6.4: the document has no name');
  if (textOf(document['dataLicense']) !== 'CC0-1.0') problems.add('SPDX 2 §6.2: dataLicense is not CC0-1.0');
  if (textOf(document['documentNamespace']) === null) problems.add('SPDX 2 §6.5: documentNamespace is missing');
  if (textOf(at(document, 'creationInfo', 'created')) === null) problems.add('SPDX 2 §6.9: created is missing');
  const creators = textsOf(at(document, 'creationInfo', 'creators'));
  if (creators.length === 0) problems.add('SPDX 2 §6.8: no creators');
  if (creators.some((text) => !creator.test(text)))
    problems.add('SPDX 2 §6.8: a creator is no tool, person or organization');
  const ids = new Set<string>();
  for (const entry of objectsOf(document['packages'])) packageClauses(entry, ids, problems);
  for (const relationship of objectsOf(document['relationships']))
    if (
      textOf(relationship['spdxElementId']) === null ||
      textOf(relationship['relatedSpdxElement']) === null ||
      textOf(relationship['relationshipType']) === null
    )
      problems.add('SPDX 2 §11.1: a relationship lacks one of its ends or its type');
}

function packageClauses(entry: JsonObject, ids: Set<string>, problems: Problems): void {
  const id = textOf(entry['SPDXID']) ?? '';
  if (!spdxId.test(id)) problems.add('SPDX 2 §7.2: a package id is not SPDXRef- with letters, digits, . and -');
  if (ids.has(id)) problems.add('SPDX 2 §7.2: a package id is used more than once');
  ids.add(id);
  if (textOf(entry['name']) === null) problems.add('SPDX 2 §7.1: a package has no name');
  if (textOf(entry['downloadLocation']) === null) problems.add('SPDX 2 §7.7: a package has no downloadLocation');
  const supplier = textOf(entry['supplier']);
  if (supplier !== null && !party.test(supplier))
    problems.add('SPDX 2 §7.5: a supplier is no person, organization or NOASSERTION');
}
