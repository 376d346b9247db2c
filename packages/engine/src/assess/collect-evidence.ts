// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { createEvidenceSet, type EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { type EvidenceDraft, sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import { withoutSecrets } from '@plumbline/core/evidence/without-secrets';
import { PlumblineError } from '@plumbline/core/errors';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import { subjectOf } from './subject-of.ts';
import { notingUnread, sureOfAbsence } from './sure-of-absence.ts';

/** `now` is the moment of collection, ISO 8601; `onCollected` hears of each collector as it ends. */
export type Collecting = {
  readonly collectors: readonly Collector[];
  readonly input: Omit<CollectorInput, 'signal'>;
  readonly now: string;
  readonly signal: AbortSignal;
  readonly onCollected?: (collector: Collector) => void;
};

/**
 * Runs the collectors side by side and binds what they state to subject, commit, collector and time. A collector that
 * fails or runs out of time costs only its own kinds, which then read as unavailable with the reason. Throws
 * `interrupted` when the caller's signal is aborted.
 */
export async function collectEvidence(collecting: Collecting): Promise<EvidenceSet> {
  const { first = [], then = [] } = Object.groupBy(collecting.collectors, ({ after }) =>
    after === undefined ? 'first' : 'then',
  );
  const stated = (await Promise.all(slowestFirst(first).map((one) => collectOne(one, collecting)))).flat();
  const collected = [
    ...stated,
    ...(await Promise.all(then.map((one) => collectOne(one, withSeen(one, stated, collecting))))),
  ];
  if (collecting.signal.aborted) throw new PlumblineError('interrupted', 'interrupted while collecting evidence');
  return createEvidenceSet(collected.flat());
}

/** A collector that reads what others state is handed the kinds that it names, and no other. */
function withSeen({ after = [] }: Collector, stated: readonly Evidence[], collecting: Collecting): Collecting {
  const seen = <K extends FactKind>(kind: K): Evidence<K> | undefined =>
    after.includes(kind) ? (stated.find((item) => item.kind === kind) as Evidence<K> | undefined) : undefined;
  return { ...collecting, input: { ...collecting.input, seen } };
}

/** A walk over the history waits for another process: it begins first, and the others work meanwhile. */
function slowestFirst(collectors: readonly Collector[]): readonly Collector[] {
  const { walks = [], others = [] } = Object.groupBy(collectors, ({ needs }) =>
    needs.includes('git-objects') ? 'walks' : 'others',
  );
  return [...walks, ...others];
}

async function collectOne(collector: Collector, collecting: Collecting): Promise<readonly Evidence[]> {
  const { repository, unread } = notingUnread(collecting.input.repository);
  const input = { ...collecting.input, repository };
  const outcome = await outcomeOf(collector, { ...collecting, input });
  const stated = collector.needs.includes('tree') ? sureOfAbsence(outcome, unread) : outcome;
  collecting.onCollected?.(collector);
  return collector.kinds.map((kind) => {
    const item =
      stated.find((candidate) => candidate.kind === kind) ?? unavailable(kind, `${collector.id} did not say`);
    return bind(item, collector, collecting);
  });
}

/** What the collector states, or its failure as unavailable evidence: the reason is kept, the run goes on. */
async function outcomeOf(collector: Collector, { input, signal }: Collecting): Promise<readonly Collected[]> {
  const timeout = AbortSignal.timeout(collector.timeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  const outOfTime = new Promise<never>((_, reject) => {
    either.addEventListener('abort', () => reject(new Error(`it took longer than ${collector.timeoutMs / 1000} s`)), {
      once: true,
    });
  });
  try {
    return await Promise.race([collector.collect({ ...input, signal: either }), outOfTime]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return collector.kinds.map((kind) => unavailable(kind, `${collector.title}: ${reason}`));
  }
}

function unavailable(kind: FactKind, because: string): Collected {
  return {
    kind,
    state: 'unavailable',
    location: kind,
    because,
    resolve: 'Run again; report it if it stays',
  } as Collected;
}

function bind(item: Collected, collector: Collector, { input, now }: Collecting): Evidence {
  const { repository } = input;
  return sealEvidence({
    ...withoutSecrets(item),
    collector: { id: collector.id, version: collector.version },
    subject: subjectOf(repository),
    collectedAt: `${now.slice(0, 10)}T00:00:00Z`,
    effectiveAt: item.effectiveAt ?? repository.committedAt,
    strength: item.state === 'unavailable' ? 'asserted' : (item.strength ?? 'observed'),
  } as EvidenceDraft);
}
