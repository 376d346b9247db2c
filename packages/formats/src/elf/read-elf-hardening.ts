// SPDX-License-Identifier: Apache-2.0
import type { BinaryHardening, Protection } from '@plumbline/core/building/binary-hardening';
import { readElf, type Elf } from './read-elf.ts';

/**
 * What an ELF file (System V ABI, gABI 4.1) shows of PIE, RELRO, non-executable stack, stack canaries and fortified calls. Null
 * for what is no ELF program or library, such as an object file, or is damaged. Never throws.
 */
export function readElfHardening(bytes: Uint8Array): BinaryHardening | null {
  const elf = readElf(bytes);
  if (elf === null) return null;
  const library = elf.shared && !elf.hasInterpreter && !elf.flaggedPie;
  const protections = {
    pie: library ? 'not-applicable' : presentIf(elf.shared),
    relro: relroOf(elf),
    nx: presentIf(elf.stackExecutable === false),
    canary: elf.names.has('__stack_chk_fail') || elf.names.has('__stack_chk_guard') ? 'present' : 'not-seen',
    fortify: fortifyOf(elf),
  } as const;
  return {
    format: 'elf',
    kind: library ? 'library' : 'program',
    protections,
    hardened: hardenedBy(Object.values(protections)),
  };
}

const presentIf = (is: boolean): Protection => (is ? 'present' : 'missing');

/** Full when all symbols are bound before the segment is made read-only. A static program has nothing to bind. */
function relroOf({ hasRelro, bindsNow, dynamic }: Elf): Protection {
  if (!hasRelro) return 'missing';
  return bindsNow || !dynamic ? 'present' : 'partial';
}

const fortified = /^__\w+_chk$/u;

function fortifyOf({ names }: Elf): Protection {
  for (const name of names) if (fortified.test(name) && name !== '__stack_chk_fail') return 'present';
  return 'not-seen';
}

/** False as soon as one is missing or in part, null when one cannot be seen. */
export function hardenedBy(protections: readonly Protection[]): boolean | null {
  if (protections.some((protection) => protection === 'missing' || protection === 'partial')) return false;
  return protections.includes('not-seen') ? null : true;
}
