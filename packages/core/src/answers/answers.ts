// SPDX-License-Identifier: Apache-2.0
import { strongest } from '../evidence/strength.ts';
import { oneLine } from './one-line.ts';
import type { Citation, Citations, Measure, No, NotApplicable, Unknown, Yes } from './answer.ts';

/** The question is answered yes; as strong as its best citation. */
export function yes(because: string, citations: Citations, measures?: readonly Measure[]): Yes {
  return {
    outcome: 'yes',
    because: stated(because),
    strength: bestOf(citations),
    citations,
    ...(measures ? { measures } : {}),
  };
}

/** The question is answered no: it cites what was seen, or where it was looked for. */
export function no(because: string, citations: Citations, measures?: readonly Measure[]): No {
  return { outcome: 'no', because: stated(because), citations, ...(measures ? { measures } : {}) };
}

/** The question does not arise here; it cites the complete inventory that shows it. */
export function notApplicable(because: string, citations: Citations): NotApplicable {
  return { outcome: 'not-applicable', because: stated(because), strength: bestOf(citations), citations };
}

/** Nobody can tell from what is at hand. `resolve` says what would. */
export function unknown(
  because: string,
  resolve: string,
  citations: readonly Citation[] = [],
  measures?: readonly Measure[],
): Unknown {
  return {
    outcome: 'unknown',
    because: stated(because),
    resolve: stated(resolve),
    citations,
    ...(measures ? { measures } : {}),
  };
}

/** Of a reason, in characters: what people write stays whole, a hostile text does not fill a report. */
export const reasonMax = 2000;

// Reasons quote repositories and reports: they stay one line of bounded length whatever was quoted.
const stated = (text: string): string => oneLine(text, reasonMax);

function bestOf([first, ...rest]: Citations): Yes['strength'] {
  return strongest([first.strength, ...rest.map((citation) => citation.strength)]);
}
