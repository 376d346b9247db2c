// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from './read-yaml.ts';

const refusal = (text: string): readonly [string, number] | null => {
  const reading = readYaml(text);
  return reading.state === 'refused' ? [reading.because, reading.line] : null;
};

test('values and the line of each', () => {
  const reading = readYaml('a:\n  - b: 1\n    c: x\n  - b: 2\n');
  if (reading.state !== 'read') throw new Error(reading.because);
  expect(reading.value).toEqual({ a: [{ b: 1, c: 'x' }, { b: 2 }] });
  expect(reading.lineOf(['a', 0, 'c'])).toBe(3);
  expect(reading.lineOf(['a', 1])).toBe(4);
  expect(reading.lineOf(['a', 1, 'missing'])).toBe(4);
});

test('where the text of a value starts', () => {
  const reading = readYaml("a:\n  - when: x.y\n    b: 'q'\n  - when: |\n      one\n      two\n");
  if (reading.state !== 'read') throw new Error(reading.because);
  expect(reading.placeOf(['a', 0, 'when'])).toEqual({ line: 2, column: 11, literal: false, indent: 0 });
  expect(reading.placeOf(['a', 0, 'b'])).toMatchObject({ line: 3, column: 9 });
  expect(reading.placeOf(['a', 1, 'when'])).toEqual({ line: 4, column: 11, literal: true, indent: 6 });
  expect(reading.placeOf(['a', 7])).toMatchObject({ line: 2 });
});

describe('refused, with the line', () => {
  test('a key given twice', () => expect(refusal('a: 1\nb: 2\na: 3\n')?.[1]).toBe(3));
  test('several documents', () => expect(refusal('a: 1\n---\nb: 2\n')).not.toBeNull());
  test('a custom tag', () => expect(refusal('a: 1\nb: !!js/function x\n')?.[1]).toBe(2));
  test('nesting', () => {
    expect(refusal('['.repeat(60) + ']'.repeat(60))?.[0]).toContain('nested');
    expect(refusal('['.repeat(50_000))).not.toBeNull();
  });
  test('aliases that multiply', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 9; i += 1) {
      const [from, to] = [String.fromCharCode(96 + i), String.fromCharCode(97 + i)];
      bomb.push(`${to}: &${to} [*${from},*${from},*${from},*${from},*${from},*${from},*${from},*${from},*${from}]`);
    }
    expect(refusal(bomb.join('\n'))?.[0]).toContain('alias');
  });
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(['read', 'refused']).toContain(readYaml(text).state);
    }),
  );
});
