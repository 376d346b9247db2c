// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { expect, test } from 'vitest';
import { aScanner, aTarget, missing, signal } from './fixtures.ts';
import { planScan, type Planning } from './plan-scan.ts';

const nothing = { with: [], without: [], offline: false };

const plan = (scanners: readonly Scanner[], change: Partial<Planning> = {}): ReturnType<typeof planScan> =>
  planScan({ scanners, target: aTarget, wish: nothing, untrustedFolders: [], parallel: 2, signal, ...change });

test('each scanner has a state and a reason', async () => {
  const planned = await plan(
    [
      aScanner('here'),
      aScanner('away', { version: missing }),
      aScanner('idle', { plan: () => ({ state: 'not-applicable', because: 'there is no Go' }) }),
      aScanner('unwanted'),
      aScanner('online', { needs: ['network'] }),
    ],
    { wish: { with: ['away'], without: ['unwanted'], offline: true } },
  );
  expect(planned.map(({ scanner, state, because, asked }) => [scanner.id, state, because, asked])).toEqual([
    ['here', 'runs', '3 files', false],
    ['away', 'missing', 'it is not there', true],
    ['idle', 'not-applicable', 'there is no Go', false],
    ['unwanted', 'left-out', 'left out by --without', false],
    ['online', 'refused', 'it needs the network', false],
  ]);
});

test('a program is not asked for its version when there is nothing for it', async () => {
  const asked: string[] = [];
  const version = (id: string): Partial<Scanner> => ({
    version: (_, untrusted = []) => {
      asked.push(`${id} ${untrusted.join()}`);
      return Promise.resolve({ state: 'found', version: '1' });
    },
  });
  await plan(
    [
      aScanner('one', version('one')),
      aScanner('two', { ...version('two'), plan: () => ({ state: 'not-applicable', because: '' }) }),
    ],
    {
      untrustedFolders: ['/repository'],
    },
  );
  expect(asked).toEqual(['one /repository']);
});

test.each([
  [{ with: ['nobody'] }, /no scanner is called nobody/],
  [{ without: ['nobody'] }, /no scanner is called nobody/],
  [{ with: ['one'], without: ['one'] }, /both asked for and left out/],
  [{ with: ['attack'] }, /Tool attack needs the address of a running instance/],
])('%j is a mistake', async (wish, message) => {
  const scanners = [aScanner('one'), aScanner('attack', { purposes: ['dast'] })];
  await expect(plan(scanners, { wish: { ...nothing, ...wish } })).rejects.toThrow(message);
});
