// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { verdictValues } from '@plumbline/core/verdicts/verdict';
import { type JudgedGroup, tasksByGroup, tasksOfGroup } from '../tasks-by-group.ts';
import { markdownText } from './markdown-text.ts';

/** A row a practice group, a column a verdict. */
export function groupTable(assessment: Assessment): string {
  const signs = verdictValues.map((value) => `${verdictSigns[value].symbol} ${verdictSigns[value].word}`);
  return [
    `| | ${signs.join(' | ')} |`,
    `|---|${verdictValues.map(() => '--:|').join('')}`,
    ...tasksByGroup(assessment).map(groupRow),
  ].join('\n');
}

function groupRow(group: JudgedGroup): string {
  const counts = verdictValues.map((value) => {
    const count = tasksOfGroup(group).filter(({ verdict }) => verdict.verdict === value).length;
    return count === 0 ? '' : String(count);
  });
  return `| **${markdownText(group.id)}** ${markdownText(group.name)} | ${counts.join(' | ')} |`;
}
