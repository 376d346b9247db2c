// SPDX-License-Identifier: Apache-2.0

/** A token of the Groovy subset that pipelines are written in. `interpolated` strings replace `${…}`. */
export type GroovyToken =
  | { readonly kind: 'word'; readonly text: string; readonly line: number }
  | {
      readonly kind: 'string';
      readonly text: string;
      readonly line: number;
      readonly interpolated: boolean;
      readonly keepsLines: boolean;
    }
  | { readonly kind: 'symbol'; readonly text: string; readonly line: number }
  | { readonly kind: 'newline'; readonly line: number };

const tokensMax = 200_000;

/** Comments are left out; strings of all five quotes are one token. Linear; never throws. */
export function groovyTokens(source: string): readonly GroovyToken[] {
  const tokens: GroovyToken[] = [];
  let position = 0;
  let line = 1;
  const advance = (length: number): void => {
    for (let index = position; index < position + length; index += 1) if (source[index] === '\n') line += 1;
    position += length;
  };
  while (position < source.length && tokens.length < tokensMax) {
    const char = source[position] ?? '';
    const comment = commentLength(source, position);
    if (comment > 0) advance(comment);
    else if (char === '\n') {
      tokens.push({ kind: 'newline', line });
      advance(1);
    } else if (/\s/.test(char)) advance(1);
    else if (char === "'" || char === '"') {
      const quote = source.startsWith(char.repeat(3), position) ? char.repeat(3) : char;
      const length = stringLength(source, position, quote);
      const text = source.slice(position + quote.length, position + length - quote.length);
      tokens.push({
        kind: 'string',
        text: unescape(text),
        line,
        interpolated: char === '"',
        keepsLines: quote.length === 3,
      });
      advance(Math.max(length, 1));
    } else {
      wordPattern.lastIndex = position;
      const word = wordPattern.exec(source)?.[0];
      tokens.push(word === undefined ? { kind: 'symbol', text: char, line } : { kind: 'word', text: word, line });
      advance(word?.length ?? 1);
    }
  }
  return tokens;
}

const wordPattern = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*|\d[\w.]*/y;

function commentLength(source: string, position: number): number {
  if (source.startsWith('//', position) || source.startsWith('#!', position)) {
    const end = source.indexOf('\n', position);
    return (end === -1 ? source.length : end) - position;
  }
  if (!source.startsWith('/*', position)) return 0;
  const end = source.indexOf('*/', position + 2);
  return (end === -1 ? source.length : end + 2) - position;
}

/** To the closing quote, or to the end of the line (of the file, for triple quotes) where it is not closed. */
function stringLength(source: string, position: number, quote: string): number {
  for (let index = position + quote.length; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source.startsWith(quote, index)) return index + quote.length - position;
    else if (quote.length === 1 && source[index] === '\n') return index - position;
  }
  return source.length - position;
}

/** `\$` stays, since a shell reads it next; `\` before a newline is a shell's too. */
function unescape(text: string): string {
  return text.replaceAll(/\\(["'\\])/g, '$1');
}
