// SPDX-License-Identifier: Apache-2.0

/** Architectures whose numbers are known here: AUDIT_ARCH_* of linux/audit.h, and the numbers of the calls. */
type Architecture = { readonly audit: number; readonly denied: readonly number[]; readonly x32From: number | null };

/**
 * Calls that no build needs and that reach past the namespaces: the kernel's key rings (those of the caller are inherited),
 * loading kernel code, tracing, watching performance, other time and swap settings. In the order of
 * add_key, request_key, keyctl, bpf, perf_event_open, userfaultfd, kexec_load, kexec_file_load, init_module, finit_module,
 * delete_module, open_by_handle_at, name_to_handle_at, syslog, io_uring_setup.
 */
const architectures: { readonly [name: string]: Architecture } = {
  x64: {
    audit: 0xc000_003e,
    denied: [248, 249, 250, 321, 298, 323, 246, 320, 175, 313, 176, 304, 303, 103, 425],
    x32From: 0x4000_0000,
  },
  arm64: {
    audit: 0xc000_00b7,
    denied: [217, 218, 219, 280, 241, 282, 104, 294, 105, 273, 106, 265, 264, 116, 425],
    x32From: null,
  },
};

// linux/bpf_common.h and linux/seccomp.h
const load = 0x20;
const jumpEqual = 0x15;
const jumpGreaterEqual = 0x35;
const giveBack = 0x06;
const allow = 0x7fff_0000;
const refuse = 0x0005_0000 + 1; // SECCOMP_RET_ERRNO, EPERM
const offsetOfNumber = 0;
const offsetOfArchitecture = 4;

type Instruction = readonly [code: number, jumpTrue: number, jumpFalse: number, value: number];

/**
 * A seccomp program (struct sock_filter, 8 bytes each) that answers EPERM to the denied calls and to every call of another
 * architecture, whose numbers mean something else. Null where the numbers of this architecture are not known.
 */
export function systemCallFilter(architecture: string): Uint8Array | null {
  const known = architectures[architecture];
  if (known === undefined) return null;
  const { audit, denied, x32From } = known;
  const tests: readonly Instruction[] = [
    ...(x32From === null ? [] : [[jumpGreaterEqual, denied.length + 1, 0, x32From] as const]),
    ...denied.map((number, index): Instruction => [jumpEqual, denied.length - index, 0, number]),
  ];
  return encode([
    [load, 0, 0, offsetOfArchitecture],
    [jumpEqual, 0, tests.length + 2, audit],
    [load, 0, 0, offsetOfNumber],
    ...tests,
    [giveBack, 0, 0, allow],
    [giveBack, 0, 0, refuse],
  ]);
}

function encode(instructions: readonly Instruction[]): Uint8Array {
  const bytes = new Uint8Array(instructions.length * 8);
  const view = new DataView(bytes.buffer);
  instructions.forEach(([code, jumpTrue, jumpFalse, value], index) => {
    view.setUint16(index * 8, code, true);
    view.setUint8(index * 8 + 2, jumpTrue);
    view.setUint8(index * 8 + 3, jumpFalse);
    view.setUint32(index * 8 + 4, value, true);
  });
  return bytes;
}
