// SPDX-License-Identifier: Apache-2.0

const chunkUnits = 4096;
const replacement = 0xfffd;

/** Text of UTF-8 bytes; what is not UTF-8 becomes U+FFFD. Linear in time; pure, so without the platform's decoder. */
export function decodeUtf8(bytes: Uint8Array, from = 0, to: number = bytes.length): string {
  let at = asciiEnd(bytes, from, to);
  let text = asciiText(bytes, from, at);
  let units: number[] = [];
  while (at < to) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    const point = length === 1 ? lead : codePoint(bytes, at, Math.min(at + length, to));
    at += point === null ? 1 : length;
    push(units, point ?? replacement);
    if (units.length >= chunkUnits) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** Most text is ASCII, which needs no decoding. */
function asciiEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] ?? 0x80) < 0x80) at += 1;
  return at;
}

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += chunkUnits)
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, Math.min(to, at + chunkUnits)));
  return text;
}

/** Bytes that a lead byte announces; 0 for a byte that leads nothing. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Null: not a code point of UTF-8 (cut short, overlong, a surrogate, or beyond U+10FFFF). */
function codePoint(bytes: Uint8Array, at: number, end: number): number | null {
  const lead = bytes[at] ?? 0;
  const length = sequenceLength(lead);
  if (length === 0 || end - at < length) return null;
  let point = lead & (0xff >> (length + 1));
  for (let next = at + 1; next < end; next += 1) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x1_0000;
  return point < least || point > 0x10_ffff || (point >= 0xd800 && point <= 0xdfff) ? null : point;
}

function push(units: number[], point: number): void {
  if (point < 0x1_0000) {
    units.push(point);
    return;
  }
  units.push(0xd800 + ((point - 0x1_0000) >> 10), 0xdc00 + ((point - 0x1_0000) & 0x3ff));
}
