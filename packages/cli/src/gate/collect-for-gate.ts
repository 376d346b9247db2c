// SPDX-License-Identifier: Apache-2.0
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import type { OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import type { Collector } from '@plumbline/core/collecting/collector';
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
  return collectEvidence({
    collectors: kinds === undefined ? allCollectors : collectorsOf(kinds),
    input: { repository: snapshot, gitDirectory, evidenceFiles: [], feedsFolder: feedsFolder(feeds), asOf, state },
    now: new Date().toISOString(),
    signal,
  });
}

/** Collectors of some kinds, and those whose facts they read. */
function collectorsOf(kinds: readonly FactKind[]): readonly Collector[] {
  const asked = stating(new Set(kinds));
  return stating(new Set([...kinds, ...asked.flatMap(({ after = [] }) => after)]));
}

const stating = (kinds: ReadonlySet<FactKind>): readonly Collector[] =>
  allCollectors.filter((collector) => collector.kinds.some((kind) => kinds.has(kind)));
