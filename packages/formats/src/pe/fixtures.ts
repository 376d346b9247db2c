// SPDX-License-Identifier: Apache-2.0

export type PeSpec = { readonly wide?: boolean; readonly flags?: number; readonly kind?: number };

/** All of high-entropy ASLR, ASLR, DEP and control flow guard. */
export const everyFlag = 0x0020 | 0x0040 | 0x0100 | 0x4000;

/** The headers of a PE file. `kind`: its characteristics, a program unless told. */
export function aPe({ wide = true, flags = everyFlag, kind = 0x0022 }: PeSpec = {}): Uint8Array {
  const bytes = new Uint8Array(512);
  const view = new DataView(bytes.buffer);
  const header = 128;
  view.setUint16(0, 0x5a4d, true);
  view.setUint32(0x3c, header, true);
  view.setUint32(header, 0x0000_4550, true);
  view.setUint16(header + 22, kind, true);
  view.setUint16(header + 24, wide ? 0x20b : 0x10b, true);
  view.setUint16(header + 24 + 70, flags, true);
  return bytes;
}
