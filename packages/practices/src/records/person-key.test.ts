// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { personKey } from './person-key.ts';

test.each([
  ['@Ada', 'ada'],
  ['ada', 'ada'],
  ['Ada@Example.com', 'ada@example.com'],
  ['123+ada@users.noreply.github.com', 'ada'],
  ['ada@users.noreply.github.com', 'ada'],
  ['45-ada@users.noreply.gitlab.com', 'ada'],
  ['', ''],
])('%s is %s', (name, key) => {
  expect(personKey(name)).toBe(key);
});
