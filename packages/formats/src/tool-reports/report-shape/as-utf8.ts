// SPDX-License-Identifier: Apache-2.0
import { startsWithMark } from '../../json/starts-with-mark.ts';

/**
 * The bytes of a text in UTF-8 without a byte order mark. UTF-16 with its mark, as some shells write it, is converted;
 * a half or lone surrogate becomes U+FFFD. Anything else comes back as it is.
 */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  if (startsWithMark(bytes)) return bytes.subarray(3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf8OfUnits(bytes, 0);
  return bytes[0] === 0xfe && bytes[1] === 0xff ? utf8OfUnits(bytes, 1) : bytes;
}

/** `low`: which byte of a unit is the low one. */
function utf8OfUnits(bytes: Uint8Array, low: 0 | 1): Uint8Array {
  const converted = new Uint8Array(Math.ceil(bytes.length / 2) * 3);
  const unitAt = (at: number): number => (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8);
  let to = 0;
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    const unit = unitAt(at);
    const next = at + 3 < bytes.length ? unitAt(at + 2) : 0;
    const isPair = (unit & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00;
    if (isPair) at += 2;
    const isLone = !isPair && (unit & 0xf800) === 0xd800;
    const point = isPair ? 0x1_0000 + ((unit & 0x3ff) << 10) + (next & 0x3ff) : isLone ? 0xfffd : unit;
    to = writePoint(converted, to, point);
  }
  return converted.subarray(0, to);
}

function writePoint(bytes: Uint8Array, to: number, point: number): number {
  if (point < 0x80) {
    bytes[to] = point;
    return to + 1;
  }
  const following = point < 0x800 ? 1 : point < 0x1_0000 ? 2 : 3;
  bytes[to] = ((0xff00 >> (following + 1)) & 0xff) | (point >> (6 * following));
  for (let next = 1; next <= following; next += 1)
    bytes[to + next] = 0x80 | ((point >> (6 * (following - next))) & 0x3f);
  return to + following + 1;
}
