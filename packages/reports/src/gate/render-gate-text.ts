// SPDX-License-Identifier: Apache-2.0
import type { GateDecision, GateRuleResult } from '@plumbline/core/gate/gate-decision';
import { plainStyle, type Style } from '../text/style.ts';
import { wrap } from '../text/wrap.ts';
import { visibleLine } from '../visible-text.ts';
import { alterationLine, exceptionLine, failedRuns, gateHeadline, gateSigns, runLine } from './gate-words.ts';

/** `width` in columns, at least 40; `verbose` shows every violation and every tool. */
export type GateTextOptions = { readonly width?: number; readonly style?: Style; readonly verbose?: boolean };

type Layout = { readonly width: number; readonly style: Style; readonly verbose: boolean };

const violationsShown = 5;

/** The decision for a terminal: the outcome first, then what is broken and what to do, then what passed. */
export function renderGateText(decision: GateDecision, options: GateTextOptions = {}): string {
  const layout: Layout = {
    width: Math.max(40, options.width ?? 100),
    style: options.style ?? plainStyle,
    verbose: options.verbose ?? false,
  };
  const { style, width } = layout;
  const sign = gateSigns[decision.outcome];
  const order = ['failed', 'could-not-assess', 'warned', 'passed'] as const;
  return [
    style.bold(style[sign.tone](`${sign.symbol} ${gateHeadline(decision)}`)),
    ...paragraph(about(decision), 0, width).map((line) => style.dim(line)),
    ...(decision.alters.length === 0 ? [] : paragraph(alterationLine(decision), 0, width)),
    ...decision.missing.flatMap((because) => paragraph(`? ${because}`, 2, width).map((line) => style.cyan(line))),
    '',
    ...order.flatMap((outcome) =>
      decision.rules.filter((rule) => rule.outcome === outcome).flatMap((rule) => ruleLines(rule, layout)),
    ),
    ...section('Exceptions', decision.exceptions.map(exceptionLine), layout),
    ...section('Tools', (layout.verbose ? decision.runs : failedRuns(decision)).map(runLine), layout),
    '',
  ]
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n');
}

function about({ subject, policy, asOf, counted }: GateDecision): string {
  const base = subject.base === null ? 'no base' : `base ${subject.base.slice(0, 12)}`;
  const fresh = counted.newFindings === null ? '' : `, ${counted.newFindings} of them new`;
  return `commit ${subject.commit.slice(0, 12)}, ${base}, as of ${asOf.slice(0, 10)} · policy ${policy.from} (${policy.digest.slice(0, 19)}) · ${counted.findings} findings${fresh}, ${counted.components} components`;
}

function ruleLines(rule: GateRuleResult, layout: Layout): readonly string[] {
  const { style, width, verbose } = layout;
  const sign = gateSigns[rule.outcome];
  const mode = rule.enforced ? '' : rule.mode === 'warn' ? ' (warns only)' : ` (enforced from ${rule.from ?? ''})`;
  const head = `${sign.symbol} ${rule.rule}`;
  const tasks = rule.tasks.length === 0 ? '' : `  ${rule.tasks.join(', ')}`;
  const excepted = rule.excepted.length === 0 ? '' : `  ${rule.excepted.length} excepted`;
  const lines = [`${style[sign.tone](head)}${style.dim(`${tasks}${mode}${excepted}`)}`];
  if (rule.outcome === 'passed') return lines;
  const broken = rule.violations.length > 0;
  const shown = verbose ? rule.violations : rule.violations.slice(0, violationsShown);
  const more = rule.violations.length - shown.length;
  return [
    ...lines,
    ...(broken ? paragraph(rule.message, 4, width) : []),
    ...shown.flatMap(({ at, title, id }) => paragraph(`• ${at === null ? '' : `${at}  `}${title} (${id})`, 4, width)),
    ...(more > 0 ? [`    … and ${more} more (--verbose shows all)`] : []),
    ...(rule.because === null ? [] : paragraph(`not known: ${rule.because}`, 4, width).map((line) => style.cyan(line))),
    ...(broken && rule.whatToDo !== '' ? paragraph(`→ ${rule.whatToDo}`, 4, width) : []),
    '',
  ];
}

function section(title: string, entries: readonly string[], { style, width }: Layout): readonly string[] {
  if (entries.length === 0) return [];
  return ['', style.bold(title), ...entries.flatMap((entry) => paragraph(entry, 2, width))];
}

/** Text from outside on lines of its own, further lines two columns in. */
function paragraph(text: string, indent: number, width: number): readonly string[] {
  return wrap(visibleLine(text), width - indent - 2).map(
    (line, index) => ' '.repeat(index === 0 ? indent : indent + 2) + line,
  );
}
