// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import { noDecisions, noKnowledge } from '@plumbline/findings/lifecycle/decisions';
import { emptyState } from '@plumbline/findings/lifecycle/findings-state';
import { findingsOf } from '@plumbline/findings/lifecycle/findings-of';
import { foldImports } from '@plumbline/findings/lifecycle/fold-imports';
import { createAliasGraph } from '@plumbline/findings/vulnerabilities/alias-graph';
import { aliasesOfResults } from '@plumbline/findings/vulnerabilities/aliases-of-results';
import { type LabelledProject, referenceOf } from './labelled-project.ts';

export type MergeQuality = {
  readonly project: string;
  /** Pairs that a person calls one thing: all, those that were merged, and those of two tools. */
  readonly same: number;
  readonly merged: number;
  readonly sameOfTwoTools: number;
  readonly mergedOfTwoTools: number;
  readonly missed: readonly string[];
  /** Pairs that were merged and are two things. */
  readonly wrong: readonly string[];
  readonly doubtfulMerged: number;
  /** Labels that name no result, and results that two labels name. */
  readonly broken: readonly string[];
};

/** Merges the reports of a project as the product does and compares every pair with what the labels say. */
export function mergeQuality(project: LabelledProject): MergeQuality {
  const { labels } = project;
  const merged = mergedPairs(findings(project));
  const same = labels.issues.flatMap(({ results }) => pairsOf(results));
  const doubtful = new Set(labels.doubtful.flatMap(({ results }) => pairsOf(results)));
  const known = new Set(same);
  const references = project.imports.flatMap(({ tool, results }) => results.map((result) => referenceOf(tool, result)));
  const found = new Set(references);
  const named = labels.issues.flatMap(({ results }) => results);
  const twoTools = same.filter(isOfTwoTools);
  return {
    project: project.name,
    same: same.length,
    merged: same.filter((pair) => merged.has(pair)).length,
    sameOfTwoTools: twoTools.length,
    mergedOfTwoTools: twoTools.filter((pair) => merged.has(pair)).length,
    missed: same.filter((pair) => !merged.has(pair)),
    wrong: [...merged].filter((pair) => !known.has(pair) && !doubtful.has(pair)),
    doubtfulMerged: [...doubtful].filter((pair) => merged.has(pair)).length,
    broken: [
      ...[...named, ...labels.doubtful.flatMap(({ results }) => results)].filter((name) => !found.has(name)),
      ...named.filter((name, index) => named.indexOf(name) !== index),
    ],
  };
}

function findings({ imports, contextOf }: LabelledProject): readonly Finding[] {
  const aliases = createAliasGraph(aliasesOfResults(imports.flatMap(({ results }) => results)));
  const state = foldImports(emptyState, imports, { aliases, contextOf });
  const options = { aliases, decisions: noDecisions, knowledge: noKnowledge, asOf: '2026-11-23T23:59:59Z' };
  return findingsOf(state, options);
}

const mergedPairs = (merged: readonly Finding[]): ReadonlySet<string> =>
  new Set(merged.flatMap(({ sightings }) => pairsOf(sightings.map(({ tool, result }) => referenceOf(tool, result)))));

/** Every two different ones, each as one text whatever their order. */
function pairsOf(references: readonly string[]): readonly string[] {
  const sorted = [...new Set(references)].sort();
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => `${a}\n${b}`));
}

const isOfTwoTools = (pair: string): boolean => {
  const [a, b] = pair.split('\n').map((reference) => reference.split(' ', 1)[0]);
  return a !== b;
};
