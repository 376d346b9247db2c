// SPDX-License-Identifier: Apache-2.0
import { matchesGlob } from '@plumbline/policy/glob/matches-glob';

/**
 * Whether a text of an attestation or certificate is of a pattern of the trust policy: `*` within one part of a path, `**` for
 * any number of parts, everything else itself, `?` too (it stands in addresses). Letters are compared as they are, so that one
 * that only looks the same is another; a text with characters that nobody sees is of no pattern.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return false;
  return text === pattern || matchesGlob(plain(text), plain(pattern));
}

/** A control character, which the text cannot hold, in place of what the glob would take for a wildcard. */
const plain = (text: string): string => text.replaceAll('?', '\u0001');
