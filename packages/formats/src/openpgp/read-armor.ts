// SPDX-License-Identifier: Apache-2.0
import { concatBytes } from '@noble/hashes/utils.js';
import { decodeBase64 } from '../base64/decode-base64.ts';

export type Armored =
  | { readonly state: 'read'; readonly octets: Uint8Array }
  | { readonly state: 'failed'; readonly because: string };

const headersMax = 64;

/**
 * The octets of all armored blocks of a text, one after the other (RFC 9580 §6.2). `around`: what may stand around them; where
 * that is nothing, empty lines may.
 */
export function readArmoredBlocks(text: string, label: string, around: 'anything' | 'nothing' = 'anything'): Armored {
  const lines = linesOf(text);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at] !== begin(label)) {
      if (around === 'anything' || lines[at] === '') continue;
      return failed('something stands beside its armor');
    }
    const end = lines.indexOf(finish(label), at);
    const octets = end < 0 ? null : octetsOf(lines.slice(at + 1, end));
    if (octets === null) return damaged;
    blocks.push(octets);
    at = end;
  }
  return blocks.length === 0 ? failed(`no ${label} is there`) : { state: 'read', octets: concatBytes(...blocks) };
}

/** One armored block that is the whole text: what stands beside it would belong to nothing. */
export function readArmoredText(text: string, label: string): Armored {
  const lines = linesOf(text.trimEnd());
  if (lines[0] !== begin(label)) return failed(`it does not begin with ${begin(label)}`);
  const end = lines.indexOf(finish(label));
  if (end >= 0 && end < lines.length - 1) return failed('something follows its armor');
  const octets = end < 0 ? null : octetsOf(lines.slice(1, end));
  return octets === null ? damaged : { state: 'read', octets };
}

/** Headers, an empty line, base64, perhaps a checksum, which is passed over (§6.1). */
function octetsOf(lines: readonly string[]): Uint8Array | null {
  const empty = lines.indexOf('');
  if (empty < 0 || empty > headersMax || !lines.slice(0, empty).every((line) => /^[A-Za-z]+:(?: |$)/u.test(line)))
    return null;
  const data = lines.slice(empty + 1).filter((line) => line !== '');
  const hasChecksum = /^=[A-Za-z0-9+/]{4}$/u.test(data.at(-1) ?? '');
  return decodeBase64((hasChecksum ? data.slice(0, -1) : data).join(''));
}

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trimEnd());
const begin = (label: string): string => `-----BEGIN ${label}-----`;
const finish = (label: string): string => `-----END ${label}-----`;
const failed = (because: string): Armored => ({ state: 'failed', because });
const damaged: Armored = failed('its armor is damaged');
