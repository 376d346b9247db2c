// SPDX-License-Identifier: Apache-2.0

/** Why a text cannot be read at all, and where. Line and column count from 1; the column counts bytes. */
export type TextFault = {
  readonly code: 'malformed' | 'too-large' | 'unknown-format';
  readonly because: string;
  readonly line: number;
  readonly column: number;
};

/** Line and column of a byte, found only when there is a fault to tell. */
export function faultAt(bytes: Uint8Array, offset: number, fault: Pick<TextFault, 'code' | 'because'>): TextFault {
  const end = Math.min(offset, bytes.length);
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== 0x0a) continue;
    line += 1;
    lineStart = at + 1;
  }
  return { ...fault, line, column: end - lineStart + 1 };
}
