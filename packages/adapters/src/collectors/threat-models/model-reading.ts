// SPDX-License-Identifier: Apache-2.0
import type { Threat, ThreatModel } from '@plumbline/core/facts/threat-models';

/** What a parser of one format makes of a file; the collector adds where it stands. */
export type ModelReading = Omit<ThreatModel, 'at'>;

export const threatsMax = 5_000;

/**
 * The words of the tools for what became of a threat. One that does not apply has been decided, and nothing is left to
 * do about it, as with one that is mitigated.
 */
export function threatState(word: string): Threat['state'] {
  const said = word.toLowerCase().replaceAll(/[\s_-]+/gu, '');
  if (
    /^(?:mitigated|fullymitigated|resolved|closed|fixed|done|implemented|notapplicable|na|falsepositive|rejected)$/u.test(
      said,
    )
  )
    return 'mitigated';
  if (/^(?:risk)?accept(?:ed|ance)?$/u.test(said)) return 'accepted';
  if (/^(?:risk)?transferr?(?:ed)?$/u.test(said)) return 'transferred';
  if (
    /^(?:open|exposed|inprogress|indiscussion|part(?:ly|ially)mitigated|identified|required|recommended|planned|todo)$/u.test(
      said,
    )
  )
    return 'open';
  return 'undecided';
}

/** ISO day out of a value that is one or begins with one. */
export function dayOf(value: unknown): string | null {
  return typeof value === 'string' ? (/^(\d{4}-\d\d-\d\d)(?:$|[T ])/u.exec(value)?.[1] ?? null) : null;
}
