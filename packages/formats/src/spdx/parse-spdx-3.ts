// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { soleCommit } from '../imports/commit-id.ts';
import { namedTool } from '../imports/named-tool.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { isObject, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { sbomGaps } from '../sbom/sbom-gaps.ts';
import { spdx3Clauses } from './spdx-3-clauses.ts';
import { idOf, type Spdx3Graph, spdx3Graph, textsIn, typeOf } from './spdx-3-graph.ts';
import { spdx3Commits, spdx3Component, spdx3Elements, spdx3Subject } from './spdx-3-package.ts';

/** Tools and authors beyond these are not looked at. */
const namesMax = 100;

/** A graph of SPDX 3.0. The root of its SBOM or document is the subject, every other package a component. */
export function parseSpdx3(
  elements: readonly JsonObject[],
  specVersion: string,
  trailing: readonly string[],
): Unfiled<Sbom> {
  const problems = createProblems();
  for (const problem of trailing) problems.add(problem);
  spdx3Clauses(elements, problems);
  const graph = spdx3Graph(elements);
  const packages = elements.filter((element) => typeOf(element).endsWith('Package'));
  const roots = rootIds(graph);
  const subjects = packages.filter((entry) => roots.has(idOf(entry) ?? ''));
  const subject = subjects.length === 1 ? subjects[0] : undefined;
  const listed = packages.filter((entry) => entry !== subject);
  const creation = creationOf(graph);
  const finishedAt = statedInstant(creation['created'], 'SPDX 3 CreationInfo.created', problems);
  const { commit, several } = soleCommit(subjects.flatMap((entry) => spdx3Commits(entry)));
  if (several) problems.add('SPDX 3 software_downloadLocation: the root elements are of several commits');
  const tools = namesOf(creation, 'createdUsing', graph);
  const document = {
    author: namesOf(creation, 'createdBy', graph).length > 0,
    timestamp: finishedAt !== null,
    tool: tools.length > 0,
    context: elements.some((element) => textsIn(element['software_sbomType']).length > 0),
  };
  return {
    format: 'spdx',
    specVersion,
    ...namedTool(tools.find((tool) => namedTool(tool).toolVersion !== null) ?? tools[0] ?? null),
    commit,
    completed: true,
    finishedAt,
    subject: subject === undefined ? null : spdx3Subject(subject),
    components: listed.map((entry) => spdx3Component(entry, graph)),
    gaps: sbomGaps(
      document,
      listed.map((entry) => spdx3Elements(entry, graph)),
    ),
    problems: problems.list(),
  };
}

function rootIds({ elements }: Spdx3Graph): ReadonlySet<string> {
  return new Set(
    elements.flatMap((element) =>
      /(?:Sbom|Bom|SpdxDocument)$/.test(typeOf(element)) ? textsIn(element['rootElement']) : [],
    ),
  );
}

/** The CreationInfo of the document or SBOM, else the first one. */
function creationOf({ elements, byId }: Spdx3Graph): JsonObject {
  const holder =
    elements.find((element) => typeOf(element) === 'SpdxDocument') ??
    elements.find((element) => typeOf(element).endsWith('Sbom'));
  const stated = holder?.['creationInfo'];
  const named = isObject(stated) ? stated : byId.get(textOf(stated) ?? '');
  return named ?? elements.find((element) => typeOf(element) === 'CreationInfo') ?? {};
}

function namesOf(creation: JsonObject, member: string, { byId }: Spdx3Graph): readonly string[] {
  return textsIn(creation[member])
    .slice(0, namesMax)
    .flatMap((id) => textOf(byId.get(id)?.['name']) ?? []);
}
