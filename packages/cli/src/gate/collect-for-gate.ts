// SPDX-License-Identifier: Apache-2.0
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import type { OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import type { StateStore } from '@plumbline/core/state/state-store';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';

export type GateCollecting = {
  readonly state: StateStore;
  readonly feeds: string | undefined;
  readonly asOf: string;
  readonly signal: AbortSignal;
  /** Kinds of facts that are needed; everything unless told. */
  readonly kinds?: readonly FactKind[];
};

/** Evidence about one commit, as far as the gate needs it: a policy over findings need not walk the history. */
export async function collectForGate(
  { snapshot, gitDirectory }: OpenRepository,
  { state, feeds, asOf, signal, kinds }: GateCollecting,
): Promise<EvidenceSet> {
  const wanted = kinds === undefined ? null : new Set(kinds);
  return collectEvidence({
    collectors: allCollectors.filter(
      (collector) => wanted === null || collector.kinds.some((kind) => wanted.has(kind)),
    ),
    input: { repository: snapshot, gitDirectory, evidenceFiles: [], feedsFolder: feedsFolder(feeds), asOf, state },
    now: new Date().toISOString(),
    signal,
  });
}
