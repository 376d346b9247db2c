// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { type VerdictValue, verdictValues } from '@plumbline/core/verdicts/verdict';
import type { Layout } from './layout.ts';
import { subjectLine } from './subject-line.ts';
import { toned } from './toned.ts';
import { wrap } from './wrap.ts';

const gap = '   ';

/** What was assessed, by what, and how many tasks stand where: as many counts on a line as fit. There is no score. */
export function headLines(assessment: Assessment, { style, width }: Layout): readonly string[] {
  const { tool, catalog, profile, subject, asOf } = assessment;
  const draft = catalog.status === 'final' ? '' : ` (${catalog.status}: not normative)`;
  const by = `SSDF ${catalog.version}${draft} · profile ${profile.id} · as of ${asOf.slice(0, 10)} · plumbline ${tool.version}`;
  const lines: { plain: string; shown: string }[] = [];
  for (const { verdict, text } of countsOf(assessment)) {
    const shown = toned(style, verdictSigns[verdict].tone, text);
    const last = lines.at(-1);
    if (last !== undefined && last.plain.length + gap.length + text.length <= width) {
      last.plain += gap + text;
      last.shown += gap + shown;
    } else lines.push({ plain: text, shown });
  }
  return [
    ...wrap(subjectLine(subject), width).map((line) => style.bold(line)),
    ...wrap(by, width).map((line) => style.dim(line)),
    '',
    ...lines.map(({ shown }) => shown),
  ];
}

type Count = { readonly verdict: VerdictValue; readonly text: string };

function countsOf({ summary, tasks }: Assessment): readonly Count[] {
  const { met, partlyMet, notMet, unknown, notApplicable } = summary;
  const words: { readonly [V in VerdictValue]: string } = {
    met: `${met} of ${tasks.length} tasks met`,
    'partly-met': `${partlyMet} partly met`,
    'not-met': `${notMet} not met`,
    unknown: `${unknown} unknown`,
    'not-applicable': `${notApplicable} not applicable`,
  };
  return verdictValues.map((verdict) => ({ verdict, text: `${verdictSigns[verdict].symbol} ${words[verdict]}` }));
}
