// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { plainStyle, type Style } from '../text/style.ts';
import { wrap } from '../text/wrap.ts';
import { shortened, visibleLine } from '../visible-text.ts';
import { type GroupedResults, placeOf, type SeverityGroup, type ShownResult } from './group-results.ts';
import { toolLines } from './tool-lines.ts';
import type { ScanView } from './scan-view.ts';

/** `width` in columns, at least 40. */
export type ScanTextOptions = { readonly width?: number; readonly style?: Style };

export type ScanLayout = { readonly width: number; readonly style: Style };

const tones: { readonly [S in Severity]: keyof Style } = {
  critical: 'red',
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  none: 'dim',
  unrated: 'cyan',
};

/** A scan for a terminal: what was found, the worst first, then every tool and what could not be looked at. */
export function renderScanText(view: ScanView, results: GroupedResults | null, options: ScanTextOptions = {}): string {
  const layout: ScanLayout = { width: Math.max(40, options.width ?? 100), style: options.style ?? plainStyle };
  const { style } = layout;
  return [
    ...wrap(headline(view), layout.width).map((line) => style.bold(line)),
    ...(results === null ? [] : ['', ...resultLines(results, view, layout)]),
    '',
    ...toolLines(view, layout),
    '',
  ].join('\n');
}

function headline({ subject, tools }: ScanView): string {
  const commit = subject.commit === null ? nothing(subject) : `commit ${subject.commit.slice(0, 12)}`;
  const files = subject.staged === true ? 'what is staged over ' : subject.dirty ? 'the work tree over ' : '';
  const planned = tools.some(({ state }) => state === 'will-run') ? 'Plan of a scan' : 'Scan';
  return `${planned}: ${visibleLine(subject.uri)}, ${files}${commit}`;
}

const nothing = ({ staged }: ScanView['subject']): string => (staged === true ? 'no commit' : 'files outside of git');

function resultLines({ groups, suppressed }: GroupedResults, view: ScanView, layout: ScanLayout): readonly string[] {
  const { style } = layout;
  const lines = groups.flatMap((group) => [...groupLines(group, layout), '']);
  const ran = view.tools.some(({ state }) => state === 'ran');
  const nothing = ran ? 'Nothing was found by the tools that ran.' : 'No tool ran: nothing is known.';
  return [
    ...(groups.length === 0 ? [nothing, ''] : lines),
    ...(suppressed === 0 ? [] : [...wrap(decided(suppressed), layout.width).map((line) => style.dim(line)), '']),
  ].slice(0, -1);
}

const decided = (count: number): string =>
  `${count === 1 ? 'One more is' : `${count} more are`} suppressed: somebody decided on ${count === 1 ? 'it' : 'them'}.`;

function groupLines({ severity, count, shown }: SeverityGroup, layout: ScanLayout): readonly string[] {
  const { style } = layout;
  const more = count - shown.length;
  return [
    style[tones[severity]](style.bold(`${severity.toUpperCase()}  ${count}`)),
    ...shown.flatMap((one) => shownLines(one, layout)),
    ...(more > 0 ? [style.dim(`  … and ${more} more (--sarif FILE or --format json has all)`)] : []),
  ];
}

function shownLines({ tool, result }: ShownResult, { width, style }: ScanLayout): readonly string[] {
  const { path, line } = placeOf(result);
  const { component, vulnerabilities } = result;
  const what =
    component === undefined
      ? ''
      : `${component.name}${component.version === undefined ? '' : ` ${component.version}`}: `;
  const ids = [...new Set([result.rule, ...(vulnerabilities ?? [])])].slice(0, 2).join(' = ');
  const place = visibleLine(path === '' ? '(no place)' : `${path}${line === null ? '' : `:${line}`}`);
  const words = visibleLine(shortened(`${what}${saying(result)}`, 240));
  return [
    `  ${style.bold(shortened(place, width - 2))}`,
    ...wrap(words, width - 4, { linesMax: 3 }).map((text) => `    ${text}`),
    ...wrap(visibleLine(`${ids} · ${tool}`), width - 4, { linesMax: 2 }).map((text) => style.dim(`    ${text}`)),
  ];
}

/** The title, unless it is a mere name of the rule: many tools have no better one, and say what is wrong in their message. */
function saying({ title, message, rule }: ToolResult): string {
  const isName = !title.includes(' ') || title.includes(rule);
  return isName ? (message ?? title) : title;
}
