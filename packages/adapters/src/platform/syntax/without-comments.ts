// SPDX-License-Identifier: Apache-2.0

/** Groovy, Kotlin and their like without comments; line breaks stay, strings are left alone. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const character = text[at];
    if (character === '"' || character === "'") {
      at = endOfString(text, at, character);
      continue;
    }
    const kind = character === '/' ? text[at + 1] : undefined;
    if (kind !== '/' && kind !== '*') {
      at += 1;
      continue;
    }
    const end = text.indexOf(kind === '/' ? '\n' : '*/', at + 2);
    const next = end === -1 ? text.length : end + (kind === '/' ? 0 : 2);
    kept.push(text.slice(from, at), '\n'.repeat(text.slice(at, next).split('\n').length - 1));
    from = next;
    at = next;
  }
  kept.push(text.slice(from));
  return kept.join('');
}

/** A string ends at its quote or, unfinished, at the end of the line. */
function endOfString(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === quote || character === '\n') return at + 1;
  }
  return text.length;
}
