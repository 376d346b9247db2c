// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import { clusterTracks } from '../merge/cluster-tracks.ts';
import type { AliasGraph } from '../vulnerabilities/alias-graph.ts';
import { indexVex } from './apply-vex.ts';
import { composeFinding } from './compose-finding.ts';
import type { Decisions, Knowledge } from './decisions.ts';
import type { FindingsState } from './findings-state.ts';

export type FindingsOptions = {
  /** The same graph with which the state was folded. */
  readonly aliases: AliasGraph;
  readonly decisions: Decisions;
  readonly knowledge: Knowledge;
  /** Decisions of a later day do not count. ISO 8601. */
  readonly asOf: string;
};

/** The findings that are known, the oldest first, each with what was decided about it. */
export function findingsOf(state: FindingsState, options: FindingsOptions): readonly Finding[] {
  const { decisions, asOf } = options;
  const today = asOf.slice(0, 10);
  const triage = decisions.triage.filter(({ on }) => on <= today);
  const vex = indexVex(decisions.vex.filter(({ issuedAt }) => issuedAt === null || issuedAt <= asOf));
  const context = { ...options, triage: Map.groupBy(triage, ({ finding }) => finding), vex };
  return clusterTracks(state, triage).map((cluster) => composeFinding(cluster, context));
}
