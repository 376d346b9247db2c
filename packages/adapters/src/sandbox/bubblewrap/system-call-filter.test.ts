// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { systemCallFilter } from './system-call-filter.ts';

const allowed = 0x7fff_0000;
const refused = 0x0005_0001;
const x64 = 0xc000_003e;
const arm64 = 0xc000_00b7;

/** Runs a program as the kernel would, over the number and the architecture of a call. */
function decide(program: Uint8Array, number: number, architecture: number): number {
  const view = new DataView(program.buffer);
  let accumulator = 0;
  for (let at = 0; at * 8 < program.length; at += 1) {
    const value = view.getUint32(at * 8 + 4, true);
    const code = view.getUint16(at * 8, true);
    const jump = (is: boolean): number => view.getUint8(at * 8 + (is ? 2 : 3));
    if (code === 0x06) return value;
    if (code === 0x20) accumulator = value === 0 ? number : architecture;
    else if (code === 0x15) at += jump(accumulator === value);
    else if (code === 0x35) at += jump(accumulator >= value);
    else throw new Error(`unknown instruction ${code}`);
  }
  throw new Error('the program has no end');
}

test.each([
  ['x64', x64, 250, 0],
  ['arm64', arm64, 219, 63],
])('%s: key rings are refused, reading is not', (name, architecture, keyctl, read) => {
  const program = systemCallFilter(name) ?? new Uint8Array();
  expect(decide(program, keyctl, architecture)).toBe(refused);
  expect(decide(program, read, architecture)).toBe(allowed);
});

test('every denied call is refused, its neighbours are not', () => {
  const program = systemCallFilter('x64') ?? new Uint8Array();
  const denied = Array.from({ length: 600 }, (_, number) => number).filter(
    (number) => decide(program, number, x64) === refused,
  );
  expect(denied).toEqual([103, 175, 176, 246, 248, 249, 250, 298, 303, 304, 313, 320, 321, 323, 425]);
});

test('numbers of another architecture, and those of x32, are refused', () => {
  const program = systemCallFilter('x64') ?? new Uint8Array();
  expect(decide(program, 0, arm64)).toBe(refused);
  expect(decide(program, 0x4000_0000, x64)).toBe(refused);
});

test('no filter is made for an architecture that is not known', () => {
  expect(systemCallFilter('riscv64')).toBeNull();
});
