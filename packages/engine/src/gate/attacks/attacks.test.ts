// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { codeAttack } from './code-attack.ts';
import { attackableTypes, componentAttack } from './component-attack.ts';
import { disabledScannerAttack } from './disabled-scanner-attack.ts';
import type { Random } from './random.ts';
import { secretAttack } from './secret-attack.ts';

/** A small generator with a seed (Lehmer), so that a failure can be seen again. */
function seeded(seed: number): Random {
  let state = seed * 104_729 + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

test('attacks differ from run to run, and their titles hold no secret', () => {
  const drawn = Array.from({ length: 40 }, (_, seed) => secretAttack(seeded(seed + 1)));
  expect(new Set(drawn.map(({ files }) => [...files.values()].join())).size).toBe(40);
  expect(new Set(drawn.map(({ title }) => /\((.*?)\)/.exec(title)?.[1])).size).toBeGreaterThan(3);
  for (const { title, files } of drawn) {
    const words = [...files.values()]
      .join('\n')
      .split(/[\s"=:]+/)
      .filter((word) => word.length > 15);
    expect(words.some((word) => title.includes(word))).toBe(false);
  }
  expect(new Set(Array.from({ length: 40 }, (_, seed) => codeAttack(seeded(seed + 1)).title)).size).toBeGreaterThan(20);
});

test.each(attackableTypes)('a lockfile of %s names the component', (type) => {
  const attack = componentAttack(seeded(3), { type, name: 'some-name', version: '1.2.3', advisory: 'MAL-1' });
  expect([...(attack?.files.values() ?? [])].join('\n')).toMatch(/some-name[\s\S]*1\.2\.3/);
});

test('what cannot be attacked is no attack', () => {
  expect(componentAttack(seeded(1), { type: 'conan', name: 'x', version: '1', advisory: 'a' })).toBeNull();
  expect(disabledScannerAttack(seeded(1), [])).toBeNull();
  expect(disabledScannerAttack(seeded(1), ['sast'])).toMatchObject({ disables: ['sast'] });
});
