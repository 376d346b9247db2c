// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { soleCommit } from '../imports/commit-id.ts';
import { namedTool } from '../imports/named-tool.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import type { JsonObject } from '../json/json-value.ts';
import { sbomGaps } from '../sbom/sbom-gaps.ts';
import { spdx3Clauses } from './spdx-3-clauses.ts';
import { idOf, spdx3Graph, textsIn, typeOf } from './spdx-3-graph.ts';
import { spdx3Creation, spdx3Names, spdx3RootIds } from './spdx-3-document.ts';
import { spdx3Commits, spdx3Component, spdx3Elements, spdx3Subject } from './spdx-3-package.ts';

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
  const roots = spdx3RootIds(graph);
  const subjects = packages.filter((entry) => roots.has(idOf(entry) ?? ''));
  const subject = subjects.length === 1 ? subjects[0] : undefined;
  const listed = packages.filter((entry) => entry !== subject);
  const creation = spdx3Creation(graph);
  const finishedAt = statedInstant(creation['created'], 'SPDX 3 CreationInfo.created', problems);
  const { commit, several } = soleCommit(subjects.flatMap((entry) => spdx3Commits(entry)));
  if (several) problems.add('SPDX 3 software_downloadLocation: the root elements are of several commits');
  const tools = spdx3Names(creation, 'createdUsing', graph);
  const document = {
    author: spdx3Names(creation, 'createdBy', graph).length > 0,
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
