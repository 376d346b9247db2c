// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { showTransfer } from './show-transfer.ts';

test('each percent is shown once, and nothing goes on after an interruption', () => {
  const lines: string[] = [];
  const interrupt = new AbortController();
  const show = showTransfer({ progress: (line) => lines.push(line), signal: interrupt.signal }, 'archiving');
  for (const done of [0, 1, 500, 1000]) show({ name: 'app', done, size: 1000 });
  expect(lines).toEqual([0, 50, 100].map((percent) => `archiving app: ${percent} % of 1000 bytes`));
  interrupt.abort();
  expect(() => show({ name: 'app', done: 1000, size: 1000 })).toThrow('interrupted while archiving');
});
