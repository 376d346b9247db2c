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

/** Every tool with what became of it; those that do not apply are named in one line. */
export function toolLines({ tools }: ScanView, layout: ScanLayout): readonly string[] {
  const { style } = layout;
  const idle = tools.filter(({ state }) => state === 'not-applicable');
  const others = order.flatMap((state) => tools.filter((tool) => tool.state === state && state !== 'not-applicable'));
  return [
    style.bold('Tools'),
    ...others.flatMap((tool) => linesOf(tool, layout)),
    ...(idle.length === 0
      ? []
      : wrap(`· nothing for them here: ${idle.map(({ tool }) => tool).join(', ')}`, layout.width - 2).map((line) =>
          style.dim(`  ${line}`),
        )),
  ];
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
  return tool.state === 'ran' && tool.run.toolVersion !== null ? ` ${tool.run.toolVersion}` : '';
}

function detailsOf(tool: ScanToolView): readonly string[] {
  switch (tool.state) {
    case 'ran': {
      const { results, completed, problems } = tool.run;
      const found = `${results === 1 ? 'one result' : `${results} results`} (${tool.because})`;
      const partly = completed === true ? [] : ['did not look at everything:', ...problems.slice(0, 5)];
      return [found, ...partly];
    }
    case 'will-run':
      return [`${tool.title} (${tool.because})`];
    case 'did-not-run':
      return [`did not run: ${tool.because}`, ...(tool.resolve === null ? [] : [tool.resolve])];
    case 'missing':
      return [`missing: ${tool.because}. It would look for ${lower(tool.title)}. ${tool.resolve ?? ''}`.trim()];
    case 'left-out':
    case 'not-applicable':
      return [tool.because];
  }
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
