// SPDX-License-Identifier: Apache-2.0
import type { GateDecision, GateRuleResult, Violation } from '@plumbline/core/gate/gate-decision';
import { boundedSections, type Section } from '../markdown/bounded-sections.ts';
import { markdownCode, markdownText } from '../markdown/markdown-text.ts';
import { commentLengthMax } from '../markdown/render-markdown.ts';
import { alterationLine, exceptionLine, failedRuns, gateHeadline, gateSigns, runLine } from './gate-words.ts';

/** The decision as a comment on a pull request: which tasks the change touches, what is broken, what to do. */
export function renderGateMarkdown(decision: GateDecision): string {
  const head = `${headOf(decision)}\n`;
  return `${head}${boundedSections(sectionsOf(decision), commentLengthMax - head.length)}`;
}

function headOf(decision: GateDecision): string {
  const { outcome, subject, policy, touches, missing, rules } = decision;
  const base = subject.base === null ? '' : `, base ${markdownCode(subject.base.slice(0, 12))}`;
  const touched = touches.length === 0 ? [] : ['', `This change touches ${touches.map(markdownText).join(', ')}.`];
  const altered = decision.alters.length === 0 ? [] : ['', markdownText(alterationLine(decision))];
  const open = missing.map((because) => `- ? ${markdownText(because)}`);
  return [
    `### ${gateSigns[outcome].symbol} ${markdownText(gateHeadline(decision))}`,
    '',
    `Commit ${markdownCode(subject.commit.slice(0, 12))}${base}, policy ${markdownText(policy.from)}`,
    ...touched,
    ...altered,
    ...(open.length === 0 ? [] : ['', ...open]),
    '',
    '| | rule | tasks | broken by | excepted |',
    '|---|---|---|---|---|',
    ...rules.map(rowOf),
    '',
  ].join('\n');
}

function rowOf({ outcome, rule, tasks, violations, excepted, enforced }: GateRuleResult): string {
  const { symbol, word } = gateSigns[outcome];
  const warns = enforced ? '' : ', warns only';
  const cells = [
    `${symbol} ${word}${warns}`,
    markdownText(rule),
    tasks.map(markdownText).join(', '),
    String(violations.length),
    String(excepted.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

function sectionsOf(decision: GateDecision): readonly Section[] {
  const told = decision.rules.filter(({ outcome }) => outcome !== 'passed');
  return [
    ...told.map((rule) => ({
      title: `${gateSigns[rule.outcome].symbol} ${markdownText(rule.rule)}`,
      entries: entriesOf(rule),
    })),
    {
      title: `Exceptions: ${decision.exceptions.length}`,
      entries: decision.exceptions.map((one) => `- ${markdownText(exceptionLine(one))}`),
    },
    {
      title: `Tools that did not run: ${failedRuns(decision).length}`,
      entries: failedRuns(decision).map((run) => `- ${markdownText(runLine(run))}`),
    },
  ];
}

function entriesOf({ violations, message, whatToDo, because }: GateRuleResult): readonly string[] {
  const broken = violations.length > 0;
  return [
    ...(broken ? [`- ${markdownText(`${message} ${whatToDo}`.trim())}`] : []),
    ...(because === null ? [] : [`- ? not known: ${markdownText(because)}`]),
    ...violations.map(violationEntry),
  ];
}

function violationEntry({ at, title, id }: Violation): string {
  return `- ${at === null ? '' : `${markdownCode(at)} `}${markdownText(title)} (${markdownText(id)})`;
}
