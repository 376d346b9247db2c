// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { attemptsMax, isPassing, isTooMuch, waitMs } from './retry-policy.ts';

test('what passes is asked again, what the caller did wrong is not', () => {
  for (const status of [429, 500, 502, 503, 504]) expect(isPassing(status, '')).toBe(true);
  for (const status of [200, 301, 400, 403, 404, 409, 412, 501]) expect(isPassing(status, '')).toBe(false);
  expect(isPassing(400, 'RequestTimeout')).toBe(true);
  expect(isPassing(403, 'AccessDenied')).toBe(false);
  expect(isTooMuch(500, 'InternalError')).toBe(false);
  expect(isTooMuch(503, '')).toBe(true);
});

test('waits grow, are spread, and are bounded', () => {
  const waits = Array.from({ length: 12 }, (_, at) => waitMs(at + 1, undefined, { random: () => 0.999 }));
  expect(waits.slice(0, 3)).toEqual([199, 399, 799]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(20_000);
  expect(waitMs(3, undefined, { random: () => 0 })).toBe(0);
  expect(waits.slice(0, attemptsMax - 1).reduce((sum, wait) => sum + wait, 0)).toBeLessThan(60_000);
});

test('a server that asks for a time gets it, as far as it is reasonable', () => {
  expect(waitMs(1, '3', { random: () => 0 })).toBe(3000);
  expect(waitMs(1, '99999', { random: () => 0 })).toBe(20_000);
  for (const odd of ['-1', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT', '1e9'])
    expect(waitMs(1, odd, { random: () => 0 })).toBe(0);
});
