// SPDX-License-Identifier: Apache-2.0
import { compareOf, type Numeral, numeralOf } from '../numeral.ts';
import { type VersionOrder, versionLengthMax } from '../version-order.ts';

export type DebianVersion = { readonly epoch: Numeral; readonly upstream: string; readonly revision: string };

const pattern = /^(?:(\d+):)?([0-9A-Za-z.+~:_-]+)$/;

/** deb-version(7): `epoch:upstream-revision`; a missing epoch is 0, a missing revision is the same as `0`. */
export const debianOrder: VersionOrder<DebianVersion> = {
  parse(text) {
    const match = text.length > versionLengthMax ? null : pattern.exec(text.trim());
    if (match === null) return null;
    const [, epoch = '0', rest = ''] = match;
    const hyphen = rest.lastIndexOf('-');
    const [upstream, revision] = hyphen === -1 ? [rest, ''] : [rest.slice(0, hyphen), rest.slice(hyphen + 1)];
    return upstream === '' ? null : { epoch: numeralOf(epoch), upstream, revision };
  },
  compare: (a, b) =>
    compareOf(a.epoch, b.epoch) || compareParts(a.upstream, b.upstream) || compareParts(a.revision, b.revision),
};

/** Stretches of non-digits and of digits in turn, until one differs. */
function compareParts(a: string, b: string): number {
  let [left, right] = [0, 0];
  while (left < a.length || right < b.length) {
    while (isLetter(a, left) || isLetter(b, right)) {
      const order = weightOf(a, left) - weightOf(b, right);
      if (order !== 0) return order;
      left += 1;
      right += 1;
    }
    const [leftEnd, rightEnd] = [digitsEnd(a, left), digitsEnd(b, right)];
    const order = compareOf(digitsOf(a, left, leftEnd), digitsOf(b, right, rightEnd));
    if (order !== 0) return order;
    [left, right] = [leftEnd, rightEnd];
  }
  return 0;
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

const isLetter = (text: string, at: number): boolean => at < text.length && !isDigit(text, at);

/** A tilde is below the end, the end (and a digit) below letters, letters below everything else. */
function weightOf(text: string, at: number): number {
  if (!isLetter(text, at)) return 0;
  const code = text.charCodeAt(at);
  if (code === 0x7e) return -1;
  return /[A-Za-z]/.test(text.charAt(at)) ? code : code + 256;
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (isDigit(text, end)) end += 1;
  return end;
}

function digitsOf(text: string, from: number, to: number): Numeral {
  return to <= from ? 0 : numeralOf(text.slice(from, to));
}
