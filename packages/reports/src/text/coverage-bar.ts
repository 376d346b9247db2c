// SPDX-License-Identifier: Apache-2.0
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { type Verdict, verdictValues } from '@plumbline/core/verdicts/verdict';
import type { Style } from './style.ts';
import { toned } from './toned.ts';

/** One symbol a task, sorted by verdict: a picture of a practice group that also reads without colour. */
export function coverageBar(verdicts: readonly Verdict[], style: Style): string {
  return verdictValues
    .map((value) => {
      const { symbol, tone } = verdictSigns[value];
      const count = verdicts.filter(({ verdict }) => verdict === value).length;
      return count === 0 ? '' : toned(style, tone, symbol.repeat(count));
    })
    .join('');
}
