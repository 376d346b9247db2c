// SPDX-License-Identifier: Apache-2.0
import type { BinaryHardening, Protection } from '@plumbline/core/building/binary-hardening';

/** DllCharacteristics of the optional header (Microsoft PE format, "DLL Characteristics"). */
const characteristics = { highEntropy: 0x0020, dynamicBase: 0x0040, nxCompatible: 0x0100, guardCf: 0x4000 } as const;
const fileIsDll = 0x2000;
const fileIsProgram = 0x0002;
const fileHasNoRelocations = 0x0001;

const presentIf = (is: boolean): Protection => (is ? 'present' : 'missing');

/**
 * What a PE file shows of ASLR (with high entropy in 64 bits), DEP and control flow guard. Null for what is no PE program or
 * library. Never throws.
 */
export function readPeHardening(bytes: Uint8Array): BinaryHardening | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number): number => (at >= 0 && at + 2 <= bytes.length ? view.getUint16(at, true) : 0);
  const u32 = (at: number): number => (at >= 0 && at + 4 <= bytes.length ? view.getUint32(at, true) : 0);
  if (u16(0) !== 0x5a4d) return null; // MZ
  const header = u32(0x3c);
  if (u32(header) !== 0x0000_4550) return null; // PE\0\0
  const kind = u16(header + 22);
  const optional = header + 24;
  const magic = u16(optional);
  if ((kind & fileIsProgram) === 0 || (magic !== 0x10b && magic !== 0x20b) || optional + 72 > bytes.length) return null;
  const wide = magic === 0x20b;
  const flags = u16(optional + 70);
  const protections: BinaryHardening['protections'] = {
    // A program without relocations cannot be moved, whatever it allows.
    aslr: presentIf((flags & characteristics.dynamicBase) !== 0 && (kind & fileHasNoRelocations) === 0),
    ...(wide ? { 'high-entropy-aslr': presentIf((flags & characteristics.highEntropy) !== 0) } : {}),
    dep: presentIf((flags & characteristics.nxCompatible) !== 0),
    cfg: presentIf((flags & characteristics.guardCf) !== 0),
  };
  return {
    format: 'pe',
    kind: (kind & fileIsDll) === 0 ? 'program' : 'library',
    protections,
    hardened: Object.values(protections).every((protection) => protection === 'present'),
  };
}
