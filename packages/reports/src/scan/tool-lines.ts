// SPDX-License-Identifier: Apache-2.0
import type { Style } from '../text/style.ts';
import { wrap } from '../text/wrap.ts';
import { visibleLine } from '../visible-text.ts';
import type { ScanLayout } from './scan-text.ts';
import type { ScanToolView, ScanView } from './scan-view.ts';

type State = ScanToolView['state'];

/** Symbol and tone of every state: told apart without colour too. */
const signs: { readonly [S in State]: { readonly symbol: string; readonly tone: keyof Style } } = {
  ran: { symbol: '✓', tone: 'green' },
  'will-run': { symbol: '▸', tone: 'green' },
  'did-not-run': { symbol: '✗', tone: 'red' },
  missing: { symbol: '?', tone: 'cyan' },
  'not-applicable': { symbol: '·', tone: 'dim' },
  'left-out': { symbol: '·', tone: 'dim' },
};

const order: readonly State[] = ['ran', 'will-run', 'did-not-run', 'missing', 'left-out', 'not-applicable'];

const isIdle = ({ state }: ScanToolView): boolean => state === 'not-applicable';
const isOffered = ({ state, asked }: ScanToolView): boolean => state === 'missing' && !asked;

/** Every tool with what became of it; those that do not apply are named in one line. */
export function toolLines({ tools }: ScanView, layout: ScanLayout): readonly string[] {
  const { style } = layout;
  const shown = tools.filter((tool) => !isIdle(tool) && !isOffered(tool));
  const offered = tools.filter(isOffered).map(({ tool, title }) => `${tool} (${title})`);
  return [
    style.bold('Tools'),
    ...order.flatMap((state) => shown.filter((tool) => tool.state === state)).flatMap((tool) => linesOf(tool, layout)),
    ...listed('? not installed, would add:', offered, layout).map((line) => style.cyan(line)),
    ...listed(
      '· nothing for them here:',
      tools.filter(isIdle).map(({ tool }) => tool),
      layout,
    ).map((line) => style.dim(line)),
  ];
}

function listed(head: string, entries: readonly string[], { width }: ScanLayout): readonly string[] {
  if (entries.length === 0) return [];
  return wrap(visibleLine(`${head} ${entries.join(', ')}`), width - 4).map(
    (line, index) => `${index === 0 ? '  ' : '    '}${line}`,
  );
}

function linesOf(tool: ScanToolView, { width, style }: ScanLayout): readonly string[] {
  const { symbol, tone } = signs[tool.state];
  const head = `${style[tone](symbol)} ${style.bold(visibleLine(`${tool.tool}${versionOf(tool)}`))}`;
  const details = detailsOf(tool).flatMap((text) => wrap(visibleLine(text), width - 4));
  const short = `  ${head}  ${style.dim(tool.purposes.join(', '))}`;
  return [short, ...details.map((line) => `    ${line}`)];
}

function versionOf(tool: ScanToolView): string {
  if (tool.state === 'will-run') return ` ${tool.version}`;
  return tool.state === 'ran' && tool.runs[0].toolVersion !== null ? ` ${tool.runs[0].toolVersion}` : '';
}

function detailsOf(tool: ScanToolView): readonly string[] {
  switch (tool.state) {
    case 'ran': {
      const results = tool.runs.reduce((sum, run) => sum + run.results, 0);
      const found = `${results === 1 ? 'one result' : `${results} results`} (${tool.because})`;
      const partly = tool.runs.flatMap(({ completed, purposes, problems }) =>
        completed === true ? [] : [`${purposes.join(', ')} is not complete: ${problems.slice(0, 5).join('; ')}`],
      );
      return [found, ...partly];
    }
    case 'will-run':
      return [`${tool.title} (${tool.because})`];
    case 'did-not-run':
      return [`did not run: ${tool.because}`, ...(tool.resolve === null ? [] : [tool.resolve])];
    case 'missing':
      return [`${tool.because}: nobody looked for ${tool.title}`, ...(tool.resolve === null ? [] : [tool.resolve])];
    case 'left-out':
    case 'not-applicable':
      return [tool.because];
  }
}
