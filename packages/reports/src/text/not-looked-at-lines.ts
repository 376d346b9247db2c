// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { type NotLookedAtGroup, notLookedAtGroups } from '../not-looked-at-groups.ts';
import type { Layout } from './layout.ts';
import { visibleLine } from '../visible-text.ts';
import { wrap } from './wrap.ts';

const reasonsMax = 4;
const whatsMax = 6;

/** What was not looked at, and why, area by area: honest before it is short. `verbose` shows all of it. */
export function notLookedAtLines({ notLookedAt }: Assessment, layout: Layout): readonly string[] {
  if (notLookedAt.length === 0) return [];
  const { style, verbose } = layout;
  const groups = notLookedAtGroups(notLookedAt);
  const cut = groups.some(({ reasons }) => reasons.length > reasonsMax || reasons.some(isLong));
  return [
    '',
    style.bold('Not looked at'),
    ...groups.flatMap((group) => groupLines(group, layout)),
    ...(cut && !verbose ? [style.dim('  --verbose names all of them')] : []),
  ];
}

const isLong = ({ whats }: NotLookedAtGroup['reasons'][number]): boolean => whats.length > whatsMax;

function groupLines({ title, hint, reasons }: NotLookedAtGroup, { style, width, verbose }: Layout): readonly string[] {
  const paragraph = (text: string, mark: string): readonly string[] =>
    wrap(visibleLine(text), width - 6).map((line, index) => `    ${index === 0 ? mark : ' '} ${line}`);
  const shown = verbose ? reasons : reasons.slice(0, reasonsMax);
  const left = reasons.slice(shown.length).flatMap(({ whats }) => whats).length;
  return [
    ...wrap(`${title}: ${hint}`, width - 2).map((line, index) =>
      index === 0 && line.startsWith(title)
        ? `  ${style.cyan(title)}${style.dim(line.slice(title.length))}`
        : `  ${style.dim(line)}`,
    ),
    ...shown.flatMap((reason) => [
      ...paragraph(`${names(reason.whats, verbose)}: ${reason.because}`, '·'),
      ...(verbose ? reason.resolves.flatMap((resolve) => paragraph(resolve, '→')).map(style.dim) : []),
    ]),
    ...(left === 0 ? [] : paragraph(`and ${left} more`, '·')),
  ];
}

function names(whats: readonly string[], all: boolean): string {
  const left = whats.length - whatsMax;
  return all || left <= 0 ? whats.join(', ') : `${whats.slice(0, whatsMax).join(', ')} and ${left} more`;
}
