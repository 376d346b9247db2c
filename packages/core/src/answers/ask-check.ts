// SPDX-License-Identifier: Apache-2.0
import type { Evidence, Seen } from '../evidence/evidence.ts';
import type { EvidenceSet } from '../evidence/evidence-set.ts';
import type { FactKind } from '../facts/fact-by-kind.ts';
import { factSources } from '../facts/fact-sources.ts';
import { atLeast } from '../evidence/strength.ts';
import type { Answer } from './answer.ts';
import { unknown } from './answers.ts';
import type { Check, CheckContext, CheckEvidence } from './check.ts';
import { cite } from './cite.ts';

const dayMs = 86_400_000;

/**
 * Asks one check of the evidence. Evidence that is missing, unavailable or no longer fresh gives unknown, and the
 * unknown says what would resolve it (DESIGN §2.3).
 */
export function askCheck(check: Check, evidence: EvidenceSet, context: CheckContext): Answer {
  const seen: { [kind: string]: Seen } = {};
  for (const kind of check.needs) {
    const item = evidence[kind];
    const problem = whyNot(kind, item, check, context);
    if (problem !== null) return problem;
    if (item !== undefined && item.state !== 'unavailable') seen[kind] = item;
  }
  for (const kind of check.uses ?? []) {
    const item = evidence[kind];
    if (item !== undefined && item.state !== 'unavailable' && whyNot(kind, item, check, context) === null)
      seen[kind] = item;
  }
  return capped(check.answer(seen as CheckEvidence<FactKind, FactKind>, context), check);
}

function whyNot(kind: FactKind, item: Evidence | undefined, check: Check, context: CheckContext): Answer | null {
  if (item === undefined) return unknown(`${factSources[kind].title}: not collected`, factSources[kind].resolve);
  if (item.state === 'unavailable') return unknown(item.because, item.resolve, [cite(item)]);
  const { freshDays } = check;
  if (freshDays === undefined) return null;
  const days = Math.floor((Date.parse(context.asOf) - Date.parse(item.effectiveAt)) / dayMs);
  if (days <= freshDays) return null;
  return unknown(`${item.location} is ${days} days old; it counts for ${freshDays}`, `Collect ${item.location} again`, [
    cite(item),
  ]);
}

/** An answer is never stronger than its check can be. */
function capped(answer: Answer, check: Check): Answer {
  if (answer.outcome !== 'yes' && answer.outcome !== 'not-applicable') return answer;
  return atLeast(check.strength, answer.strength) ? answer : { ...answer, strength: check.strength };
}
