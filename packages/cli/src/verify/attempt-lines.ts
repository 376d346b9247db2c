// SPDX-License-Identifier: Apache-2.0
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import type { Style } from '@plumbline/reports/text/style';
import { wrap } from '@plumbline/reports/text/wrap';
import { visibleLine } from '@plumbline/reports/visible-text';
import { openWords, stepWords } from './step-words.ts';

export type Page = { readonly style: Style; readonly width: number };

const marks: { readonly [O in VerificationStep['outcome']]: (style: Style) => string } = {
  passed: ({ green }) => green('✓'),
  failed: ({ red }) => red('✗'),
  'not-checked': ({ yellow }) => yellow('–'),
};

const nameWidth = 15;
const [stepIndent, textIndent] = [4, 4 + 2 + nameWidth + 1];

/** A row for each step, and below them what the first one that failed means and what to do; the same of one left open. */
export function stepLines(steps: readonly VerificationStep[], isOpen: boolean, page: Page): readonly string[] {
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  const open = isOpen
    ? steps.find(({ step, outcome }) => outcome === 'not-checked' && openWords[step] !== undefined)
    : undefined;
  return [
    ...steps.flatMap((step) => stepRow(step, page)),
    ...(failed === undefined
      ? []
      : [...said('means', stepWords[failed.step].means, page), ...said('do', stepWords[failed.step].next, page)]),
    ...(failed !== undefined || open === undefined ? [] : said('do', openWords[open.step] ?? '', page)),
  ];
}

/** A row for one step. */
export function stepRow({ step, outcome, because }: VerificationStep, { style, width }: Page): readonly string[] {
  const [first = '', ...more] = wrapped(because, width);
  return [
    `${' '.repeat(stepIndent)}${marks[outcome](style)} ${step.padEnd(nameWidth)} ${first}`,
    ...more.map((line) => `${' '.repeat(textIndent)}${line}`),
  ];
}

const leads = { means: 'What it means:', do: 'What to do:' } as const;

function said(lead: keyof typeof leads, text: string, { style, width }: Page): readonly string[] {
  const [first = '', ...more] = wrapped(text, width);
  return [
    `${' '.repeat(stepIndent + 2)}${style.bold(leads[lead].padEnd(nameWidth))} ${first}`,
    ...more.map((line) => `${' '.repeat(textIndent)}${line}`),
  ];
}

const wrapped = (text: string, width: number): readonly string[] =>
  wrap(visibleLine(text), Math.max(40, width - textIndent), { wholeWords: true });
