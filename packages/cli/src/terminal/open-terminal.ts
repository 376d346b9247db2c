// SPDX-License-Identifier: Apache-2.0
import { styleText } from 'node:util';
import { plainStyle, type Style } from '@plumbline/reports/text/style';
import type { Terminal } from './terminal.ts';

type Colour = keyof Style;

/** The terminal of this process. Colours only on a terminal and when NO_COLOR is not set (no-color.org). */
export function openTerminal(signal: AbortSignal): Terminal {
  const { stdout, stderr } = process;
  const live = stderr.isTTY && process.env['TERM'] !== 'dumb';
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    write: (text) => {
      clear();
      return new Promise((resolve, reject) => stdout.write(text, (error) => (error ? reject(error) : resolve())));
    },
    message: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!live) return;
      clear();
      stderr.write(text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1)));
      shown = true;
    },
    style: stdout.isTTY && process.env['TERM'] !== 'dumb' && !process.env['NO_COLOR'] ? ansiStyle : plainStyle,
    width: stdout.columns ?? columnsAsked() ?? 100,
    interactive: stdout.isTTY && process.stdin.isTTY,
    signal,
  };
}

/** COLUMNS, which people set when they pipe the output into something as wide. */
function columnsAsked(): number | undefined {
  const columns = Number(process.env['COLUMNS']);
  return Number.isInteger(columns) && columns >= 20 && columns <= 1000 ? columns : undefined;
}

const marked =
  (colour: Colour): Style[Colour] =>
  (text) =>
    styleText(colour, text, { validateStream: false });

const ansiStyle: Style = {
  bold: marked('bold'),
  dim: marked('dim'),
  green: marked('green'),
  red: marked('red'),
  yellow: marked('yellow'),
  cyan: marked('cyan'),
};
