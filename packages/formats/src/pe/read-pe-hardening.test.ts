// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPe, everyFlag, type PeSpec } from './fixtures.ts';
import { readPeHardening } from './read-pe-hardening.ts';

test('a program with every protection', () => {
  expect(readPeHardening(aPe())).toEqual({
    format: 'pe',
    kind: 'program',
    protections: { aslr: 'present', 'high-entropy-aslr': 'present', dep: 'present', cfg: 'present' },
    hardened: true,
  });
});

test.each<[string, PeSpec, string]>([
  ['no ASLR', { flags: everyFlag & ~0x0040 }, 'aslr'],
  ['ASLR without relocations', { kind: 0x0023 }, 'aslr'],
  ['little entropy', { flags: everyFlag & ~0x0020 }, 'high-entropy-aslr'],
  ['no DEP', { flags: everyFlag & ~0x0100 }, 'dep'],
  ['no control flow guard', { flags: everyFlag & ~0x4000 }, 'cfg'],
])('%s', (_, spec, protection) => {
  const found = readPeHardening(aPe(spec));
  expect(found?.protections[protection]).toBe('missing');
  expect(found?.hardened).toBe(false);
});

test('in 32 bits nobody asks for high entropy; a library is one', () => {
  const found = readPeHardening(aPe({ wide: false, kind: 0x2022, flags: everyFlag & ~0x0020 }));
  expect(found).toMatchObject({ kind: 'library', hardened: true });
});

test('what is no PE file is not judged, and nothing makes it throw', () => {
  expect(readPeHardening(new TextEncoder().encode('MZ'))).toBeNull();
  expect(readPeHardening(aPe({ kind: 0 }))).toBeNull();
  const whole = aPe();
  fc.assert(
    fc.property(fc.nat(512), fc.array(fc.tuple(fc.nat(511), fc.nat(255)), { maxLength: 10 }), (length, changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      expect(() => readPeHardening(bytes.subarray(0, length))).not.toThrow();
    }),
  );
});
