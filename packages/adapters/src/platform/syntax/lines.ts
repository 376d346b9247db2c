// SPDX-License-Identifier: Apache-2.0

/** A line of text. `number` counts from 1; the end of line is not part of it. */
export type Line = { readonly number: number; readonly text: string };

/** Longer lines are machine-made or hostile; they are cut, so that a pattern never meets more than this. */
const lineMax = 8192;

/** The lines of a text one by one, without holding them all. */
export function* linesOf(text: string): Generator<Line> {
  let number = 1;
  for (let at = 0; at <= text.length; number += 1) {
    const end = text.indexOf('\n', at);
    const stop = end === -1 ? text.length : end;
    const cut = Math.min(stop, at + lineMax);
    const carriage = cut > at && text.charCodeAt(cut - 1) === 13 ? 1 : 0;
    yield { number, text: text.slice(at, cut - carriage) };
    at = stop + 1;
  }
}

/**
 * Lines that end in a backslash are joined with the next; the number is that of the first. With `dropComments`, lines
 * that begin with `#` are left out first, also within a continued line, as Dockerfiles have it. `joinedMax`: a joined line
 * of more characters is not joined any further.
 */
export function* joinedLinesOf(
  text: string,
  options: { readonly dropComments?: boolean; readonly joinedMax?: number } = {},
): Generator<Line> {
  const { joinedMax = lineMax } = options;
  let held: Line | null = null;
  for (const line of linesOf(text)) {
    if (options.dropComments === true && line.text.trimStart().startsWith('#')) continue;
    const whole: Line = held === null ? line : { number: held.number, text: held.text + line.text };
    if (line.text.endsWith('\\') && whole.text.length < joinedMax) {
      held = { number: whole.number, text: `${whole.text.slice(0, -1)} ` };
    } else {
      held = null;
      yield whole;
    }
  }
  if (held !== null) yield held;
}

/** The number of the first line that holds a text; 1 when none does. */
export function lineOf(text: string, find: string): number {
  const at = text.indexOf(find);
  let number = 1;
  for (let index = 0; index < at; index += 1) if (text.charCodeAt(index) === 10) number += 1;
  return number;
}
