// SPDX-License-Identifier: Apache-2.0
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import { visibleLine } from '../visible-text.ts';
import type { Layout } from './layout.ts';
import { toned } from './toned.ts';
import { wrap } from './wrap.ts';

/** Nothing that the task requires was answered yes or no. */
export function isBlank({ verdict, answers, untailored }: Verdict): boolean {
  if (verdict !== 'unknown' || untailored !== undefined) return false;
  return answers.every(({ required, answer }) => !required || !['yes', 'no'].includes(answer.outcome));
}

/** Tasks of which nothing is known, together by the reasons: `PO.1.1, PO.1.2: no records are declared`. */
export function blankLines(verdicts: readonly Verdict[], { style, width }: Layout): readonly string[] {
  const { symbol, word, tone } = verdictSigns.unknown;
  const entries = [...Map.groupBy(verdicts, reasonOf)].flatMap(([reason, same]) => {
    const ids = same.map(({ task }) => task).join(', ');
    return wrap(visibleLine(`${ids}: ${reason}`), width - 6).map((line, index) =>
      index === 0 && line.startsWith(ids)
        ? `    ${toned(style, tone, ids)}${line.slice(ids.length)}`
        : `${index === 0 ? '    ' : '      '}${line}`,
    );
  });
  return entries.length === 0
    ? []
    : [`  ${toned(style, tone, `${symbol} ${word}, and nothing to go by yet`)}`, ...entries];
}

/** Every reason once, in the order of the answers; where nothing was asked, the verdict's own. */
function reasonOf({ because, answers }: Verdict): string {
  const reasons = answers.flatMap(({ required, answer }) =>
    required && answer.outcome === 'unknown' ? [answer.because] : [],
  );
  return reasons.length === 0 ? because : [...new Set(reasons)].join('; ');
}
