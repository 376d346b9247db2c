// SPDX-License-Identifier: Apache-2.0
import { concatBytes } from '@noble/hashes/utils.js';
import { derTags } from './der-value.ts';

/** A value of DER: tag, length, and the contents one after another. At most 64 KiB. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...contents);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return concatBytes(Uint8Array.of(tag, ...size), content);
}

/** An integer of these bytes, which are not negative. */
export function writeInteger(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0);
  const significant = start === -1 ? Uint8Array.of(0) : bytes.subarray(start);
  return writeDer(
    derTags.integer,
    ((significant[0] ?? 0) & 0x80) === 0 ? significant : concatBytes(Uint8Array.of(0), significant),
  );
}

/** An object identifier that is given in dots. */
export function writeOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) | 0x80);
    return groups;
  });
  return writeDer(derTags.oid, Uint8Array.from(octets));
}
