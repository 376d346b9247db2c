// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anElf, type ElfSpec } from './fixtures.ts';
import { readElfHardening } from './read-elf-hardening.ts';

test.each([
  ['64 bits, little', {}],
  ['32 bits, little', { wide: false }],
  ['64 bits, big', { little: false }],
  ['32 bits, big', { wide: false, little: false }],
])('a program with every protection: %s', (_, spec: ElfSpec) => {
  expect(readElfHardening(anElf(spec))).toEqual({
    format: 'elf',
    kind: 'program',
    protections: { pie: 'present', relro: 'present', nx: 'present', canary: 'present', fortify: 'present' },
    hardened: true,
  });
});

test.each<[string, ElfSpec, readonly [string, string], boolean | null]>([
  ['a program at a fixed address', { type: 'exec', pie: false }, ['pie', 'missing'], false],
  ['no segment that is made read-only', { relro: false }, ['relro', 'missing'], false],
  ['symbols bound late', { bindNow: false }, ['relro', 'partial'], false],
  ['a stack that runs', { stack: 'executable' }, ['nx', 'missing'], false],
  ['nothing said of the stack', { stack: 'none' }, ['nx', 'missing'], false],
  ['no canary to be seen', { names: ['__printf_chk'] }, ['canary', 'not-seen'], null],
  ['no fortified call to be seen', { names: ['__stack_chk_fail', 'printf'] }, ['fortify', 'not-seen'], null],
  ['a library', { interpreter: false, pie: false }, ['pie', 'not-applicable'], true],
  ['a static program has nothing to bind', { dynamic: false }, ['relro', 'present'], null],
])('%s', (_, spec, [protection, state], hardened) => {
  const found = readElfHardening(anElf(spec));
  expect(found?.protections[protection]).toBe(state);
  expect(found?.hardened).toBe(hardened);
});

test('what is no program or library is not judged', () => {
  expect(readElfHardening(anElf({ type: 'object' }))).toBeNull();
  expect(readElfHardening(new Uint8Array())).toBeNull();
  expect(readElfHardening(new TextEncoder().encode('\u007fELF'))).toBeNull();
});

test('cut and altered files never make it throw', () => {
  const whole = anElf();
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
      (length, changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        expect(() => readElfHardening(bytes.subarray(0, length))).not.toThrow();
      },
    ),
    { numRuns: 2000 },
  );
});

test('the largest sizes that a file can claim are bounded', () => {
  const bytes = anElf();
  bytes.fill(0xff, 1024, 2048);
  expect(readElfHardening(bytes)?.protections['canary']).toBe('not-seen');
});
