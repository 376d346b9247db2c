// SPDX-License-Identifier: Apache-2.0
import type { BinaryHardening } from '@plumbline/core/building/binary-hardening';
import { readElfHardening } from '@plumbline/formats/elf/read-elf-hardening';
import { readPeHardening } from '@plumbline/formats/pe/read-pe-hardening';

/** A larger file is not held in memory to be looked into. */
export const binaryBytesMax: number = 128 * 1024 * 1024;

/** The protections of an ELF or PE file; null for every other file, and for one that is damaged. */
export function hardeningOf(bytes: Buffer): BinaryHardening | null {
  return isBinary(bytes) ? (readElfHardening(bytes) ?? readPeHardening(bytes)) : null;
}

/** Whether a file begins as ELF or PE. */
export function isBinary(start: Buffer): boolean {
  return start.toString('latin1', 0, 4) === '\u007fELF' || start.toString('latin1', 0, 2) === 'MZ';
}

/**
 * Whether a file begins as Mach-O, which is not looked into. The magic of one for several processors is also that of Java classes,
 * whose version, at least 45, stands where the number of processors would.
 */
export function isMachO(start: Buffer): boolean {
  if (start.length < 8) return false;
  const magic = start.readUInt32BE(0);
  if (magic === 0xca_fe_ba_be) return start.readUInt32BE(4) < 45;
  return magic === 0xcf_fa_ed_fe || magic === 0xce_fa_ed_fe || magic === 0xfe_ed_fa_cf || magic === 0xfe_ed_fa_ce;
}
