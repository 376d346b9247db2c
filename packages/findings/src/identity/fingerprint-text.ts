// SPDX-License-Identifier: Apache-2.0
import { shortHash } from './short-hash.ts';
import type { SourceContext } from './source-context.ts';

const lengthMax = 4000;

/** Fingerprints of what stands at a place, and of it with its neighbours. Null: nothing but white space, or not known. */
export type TextFingerprints = { readonly text: string | null; readonly surroundings: string | null };

/**
 * White space does not count, so that formatting changes nothing. Near a secret nothing does that may be part of it: every
 * literal, what follows an equals sign or colon, and every long word with a digit is left out first, because a fingerprint of a
 * short secret can be guessed.
 */
export function fingerprintText(isSecret: boolean, context: SourceContext | null): TextFingerprints {
  if (context === null) return { text: null, surroundings: null };
  const plain = (lines: readonly string[]): string => {
    const joined = lines.join('\n').slice(0, lengthMax);
    return (isSecret ? withoutLiterals(joined) : joined).replaceAll(/\s+/g, '');
  };
  const own = plain(context.own);
  if (own === '') return { text: null, surroundings: null };
  return { text: shortHash(own), surroundings: shortHash(`${plain(context.before)}\n${own}\n${plain(context.after)}`) };
}

const withoutLiterals = (text: string): string =>
  text
    .replaceAll(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`/g, '""')
    .replaceAll(/([=:])[^\n]*/g, '$1')
    .replaceAll(/[\w+/=.~-]{8,}/g, blankWithDigit);

const blankWithDigit = (word: string): string => (/\d/.test(word) ? '*' : word);
