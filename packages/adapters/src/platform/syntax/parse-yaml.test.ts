// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

describe('parseYaml', () => {
  test('reads every document, with merge keys', () => {
    expect(parseYaml('a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n---\n- yes\n')).toEqual({
      ok: true,
      value: [{ a: { k: 1 }, b: { k: 1, l: 2 } }, ['yes']],
    });
  });

  test.each([
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(9)}]`).join('\n')}`,
    ],
    ['depth', '['.repeat(100_000)],
    ['length', 'a'.repeat(3_000_000)],
    ['many aliases', `- &a x\n${'- *a\n'.repeat(5000)}`],
    ['a broken document', 'a: [1, 2'],
  ])('refuses %s', (_, text) => {
    expect(parseYaml(text)).toMatchObject({ ok: false });
  });

  test('never throws', () => {
    const words = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '&a',
      '*a',
      '<<',
      '[',
      ']',
      '{',
      '}',
      '|',
      '>',
      '"',
      "'",
      '#',
      '!!x',
      '%',
      '---',
      '\t',
      '?',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (content) => {
        const result = parseYaml(content);
        expect(result.ok ? 'not valid YAML' : result.because).toMatch(/^not valid YAML/u);
      }),
    );
  });

  test('time does not grow with the square of keys, items or anchors', () => {
    const started = performance.now();
    parseYaml(Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n'));
    parseYaml('- a\n'.repeat(60_000));
    parseYaml(Array.from({ length: 20_000 }, (_, index) => `- &a${index} x`).join('\n'));
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
