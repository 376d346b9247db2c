// SPDX-License-Identifier: Apache-2.0
import type { Verdict, VerdictValue } from '../verdicts/verdict.ts';
import type { Summary } from './assessment.ts';

/** How many verdicts of each kind. There is no score. */
export function summarize(verdicts: readonly Verdict[]): Summary {
  const count = (value: VerdictValue): number => verdicts.filter(({ verdict }) => verdict === value).length;
  return {
    met: count('met'),
    partlyMet: count('partly-met'),
    notMet: count('not-met'),
    unknown: count('unknown'),
    notApplicable: count('not-applicable'),
  };
}
