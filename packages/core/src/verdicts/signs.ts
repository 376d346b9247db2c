// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../answers/answer.ts';
import type { VerdictValue } from './verdict.ts';

/** How a verdict or outcome is shown: never by colour alone, and unknown never looks like a failure. */
export type Sign = {
  readonly symbol: string;
  readonly word: string;
  readonly tone: 'good' | 'mixed' | 'bad' | 'open' | 'none';
};

export const verdictSigns: { readonly [V in VerdictValue]: Sign } = {
  met: { symbol: '✓', word: 'met', tone: 'good' },
  'partly-met': { symbol: '◐', word: 'partly met', tone: 'mixed' },
  'not-met': { symbol: '✗', word: 'not met', tone: 'bad' },
  unknown: { symbol: '?', word: 'unknown', tone: 'open' },
  'not-applicable': { symbol: '–', word: 'not applicable', tone: 'none' },
};

export const outcomeSigns: { readonly [O in Outcome]: Sign } = {
  yes: { symbol: '✓', word: 'yes', tone: 'good' },
  no: { symbol: '✗', word: 'no', tone: 'bad' },
  unknown: { symbol: '?', word: 'unknown', tone: 'open' },
  'not-applicable': { symbol: '–', word: 'not applicable', tone: 'none' },
};
