// SPDX-License-Identifier: Apache-2.0

/** One `${{ … }}` of a text: where it stands and what is inside, without the blanks around. */
export type Embedded = { readonly from: number; readonly to: number; readonly source: string; readonly line: number };

/** Every `${{ … }}` of a text, in order; `line` counts from 0. At most 500. */
export function expressionsIn(text: string): readonly Embedded[] {
  const found: Embedded[] = [];
  let line = 0;
  let counted = 0;
  for (let from = text.indexOf('${{'); from !== -1 && found.length < 500; from = text.indexOf('${{', from)) {
    const close = closing(text, from + 3);
    if (close === -1) break;
    for (; counted < from; counted += 1) if (text[counted] === '\n') line += 1;
    found.push({ from, to: close + 2, source: text.slice(from + 3, close).trim(), line });
    from = close + 2;
  }
  return found;
}

/** The closing `}}`, which may not stand inside a quoted text. */
function closing(text: string, start: number): number {
  let quoted = false;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === "'") quoted = !quoted;
    else if (!quoted && text[index] === '}' && text[index + 1] === '}') return index;
  }
  return -1;
}

/** The text with each expression replaced by what `replace` gives for it; left as written where that is null. */
export function replaceExpressions(text: string, replace: (source: string) => string | null): string {
  let result = '';
  let position = 0;
  for (const embedded of expressionsIn(text)) {
    result +=
      text.slice(position, embedded.from) + (replace(embedded.source) ?? text.slice(embedded.from, embedded.to));
    position = embedded.to;
  }
  return result + text.slice(position);
}
