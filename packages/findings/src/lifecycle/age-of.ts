// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import type { Severity } from '@plumbline/core/findings/severity';

const dayMs = 86_400_000;

/**
 * How long a finding has been open. `censored`: it still is, so that it takes at least so long: a mean over closed ones alone
 * would be too short. One that came back counts from when it came back.
 */
export type Age = { readonly days: number; readonly censored: boolean };

export function ageOf(
  {
    state,
    firstSeenAt,
    reopenedAt,
    fixedAt,
    decision,
  }: Pick<Finding, 'state' | 'firstSeenAt' | 'reopenedAt' | 'fixedAt' | 'decision'>,
  asOf: string,
): Age {
  const since = reopenedAt ?? firstSeenAt;
  const until = state === 'open' ? null : state === 'fixed' ? fixedAt : (decision?.on ?? null);
  const elapsed = Date.parse(until ?? asOf) - Date.parse(since);
  return { days: Math.max(0, Math.floor(elapsed / dayMs)), censored: until === null };
}

/** Days within which a finding has to be closed, by severity; one that is missing has no term. */
export type Terms = { readonly [S in Severity]?: number };

export type TermState = Age & { readonly termDays: number | null; readonly overdueDays: number };

/** Whether a finding is or was open longer than its severity allows; `overdueDays` 0: it is not. */
export function termOf(
  finding: Parameters<typeof ageOf>[0] & Pick<Finding, 'severity'>,
  terms: Terms,
  asOf: string,
): TermState {
  const age = ageOf(finding, asOf);
  const termDays = terms[finding.severity] ?? null;
  return { ...age, termDays, overdueDays: termDays === null ? 0 : Math.max(0, age.days - termDays) };
}
