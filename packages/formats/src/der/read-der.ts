// SPDX-License-Identifier: Apache-2.0
import type { DerValue } from './der-value.ts';

export type DerReading =
  | { readonly state: 'read'; readonly value: DerValue }
  | { readonly state: 'refused'; readonly because: string };

const depthMax = 32;
const valuesMax = 20_000;

class DerFault extends Error {}

/**
 * Reads one value of DER and nothing behind it. What BER would allow besides is refused, so that no two texts stand for the same
 * value: indefinite lengths, lengths longer than need be. Nesting deeper than 32 and more than 20 000 values are refused.
 */
export function readDer(bytes: Uint8Array): DerReading {
  const budget = { values: valuesMax };
  try {
    const value = valueAt(bytes, 0, budget);
    if (value.whole.length !== bytes.length) throw new DerFault('something follows the value');
    return { state: 'read', value };
  } catch (error) {
    if (error instanceof DerFault) return { state: 'refused', because: error.message };
    throw error;
  }
}

function valueAt(bytes: Uint8Array, depth: number, budget: { values: number }): DerValue {
  budget.values -= 1;
  if (budget.values < 0 || depth > depthMax) throw new DerFault('too many values, or nested too deeply');
  const [tag] = bytes;
  if (tag === undefined) throw new DerFault('it ends where a value should begin');
  // Numbers from 31 on take more octets; nothing that is read here has them.
  if ((tag & 0x1f) === 0x1f) throw new DerFault('a tag that no certificate or timestamp has');
  const { start, length } = lengthAt(bytes);
  if (start + length > bytes.length) throw new DerFault('it ends within a value');
  const whole = bytes.subarray(0, start + length);
  const content = whole.subarray(start);
  return { tag, whole, content, parts: (tag & 0x20) === 0 ? [] : partsOf(content, depth + 1, budget) };
}

function partsOf(content: Uint8Array, depth: number, budget: { values: number }): readonly DerValue[] {
  const parts: DerValue[] = [];
  for (let from = 0; from < content.length;) {
    const part = valueAt(content.subarray(from), depth, budget);
    parts.push(part);
    from += part.whole.length;
  }
  return parts;
}

/** X.690 §8.1.3 and §10.1: the definite form, in as few octets as possible. */
function lengthAt(bytes: Uint8Array): { readonly start: number; readonly length: number } {
  const first = bytes[1];
  if (first === undefined) throw new DerFault('it ends before a length');
  if (first < 0x80) return { start: 2, length: first };
  const octets = first & 0x7f;
  if (octets === 0 || octets > 4) throw new DerFault('a length that DER does not allow');
  let length = 0;
  for (const octet of bytes.subarray(2, 2 + octets)) length = length * 256 + octet;
  if (bytes.length < 2 + octets) throw new DerFault('it ends within a length');
  if (length < 0x80 || length < 256 ** (octets - 1)) throw new DerFault('a length that is longer than need be');
  return { start: 2 + octets, length };
}
