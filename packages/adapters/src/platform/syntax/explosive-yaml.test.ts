// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { explosiveYaml } from './explosive-yaml.ts';

test.each([
  ['[', 100_000],
  ['{a: ', 100_000],
  ['- ', 100_000],
  ['? ', 100_000],
  ['- *a\n', 2001],
])('%s many times is refused', (text, times) => {
  expect(explosiveYaml(text.repeat(times))).not.toBeNull();
});

test('few aliases in a long text take as long as many in a short one', () => {
  const long = `a: &a x\n${'- b\n'.repeat(100_000)}`;
  expect(explosiveYaml(long + '- *a\n'.repeat(10))).toBeNull();
  expect(explosiveYaml(long + '- *a\n'.repeat(600))).toBe('too many aliases');
});

test.each([
  ['[[1, 2], {a: b}]\n'.repeat(50_000)],
  ['a: &a 1\nb: [*a, *a]\n'],
  ["run: printf '\\033[31m'\n".repeat(900)],
  [`a:\n${'- - x\n'.repeat(5000)}`],
])('what people write is not', (text) => {
  expect(explosiveYaml(text)).toBeNull();
});
