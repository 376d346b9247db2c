// SPDX-License-Identifier: Apache-2.0

/** `not-seen`: nothing in the file shows it, and nothing rules it out, as in stripped or static binaries. */
export type Protection = 'present' | 'partial' | 'missing' | 'not-seen' | 'not-applicable';

/** What a binary shows of its protections (SP 800-218 PW.6.2), by their usual names. */
export type BinaryHardening = {
  readonly format: 'elf' | 'pe';
  readonly kind: 'program' | 'library';
  readonly protections: { readonly [name: string]: Protection };
  /** False: one that can be seen is missing. Null: none is seen to be missing, but not all can be seen. */
  readonly hardened: boolean | null;
};
