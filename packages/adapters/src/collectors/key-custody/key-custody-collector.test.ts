// SPDX-License-Identifier: Apache-2.0
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collected } from '@plumbline/core/collecting/collector';
import type { KeyCustody } from '@plumbline/core/signing/signer';
import type { CustodyEntry } from '@plumbline/core/state/custody-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { expect, test } from 'vitest';
import { openState } from '../../state/open-state.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { useRepositories } from '../../testing/use-repositories.ts';
import { keyCustodyCollector } from './key-custody-collector.ts';

const { folder } = useRepositories();
const inFile: KeyCustody = { kind: 'file', encrypted: true };
const inSsh: KeyCustody = { kind: 'ssh', keyType: 'sk-ssh-ed25519@openssh.com', hardware: true };
const signed = (keyId: string, signedAt: string, custody: KeyCustody): CustodyEntry => ({
  schema: 1,
  signedAt,
  keyId,
  algorithm: 'ed25519',
  custody,
});

async function collect(
  entries: readonly CustodyEntry[],
  then?: (state: StateStore) => Promise<void>,
): Promise<Collected> {
  const state = openState(folder());
  for (const entry of entries) await state.add('custody', entry);
  await then?.(state);
  const [item] = await keyCustodyCollector.collect(collectorInput({}, { state, asOf: '2026-06-30T23:59:59Z' }));
  if (item === undefined) throw new Error('no item');
  return item;
}

test('nothing is on record: nobody knows', async () => {
  expect(await collect([])).toMatchObject({ state: 'unavailable' });
  expect(await keyCustodyCollector.collect(collectorInput({}))).toMatchObject([{ state: 'unavailable' }]);
});

test('each key once, with every place it was seen in', async () => {
  const item = await collect([
    signed('b', '2026-06-02T10:00:00Z', inFile),
    signed('b', '2026-06-03T10:00:00Z', inFile),
    signed('b', '2026-06-01T10:00:00Z', inSsh),
    signed('a', '2026-06-01T10:00:00Z', inSsh),
    signed('c', '2026-06-01T11:00:00Z', { kind: 'ephemeral', issuer: 'i', subject: 's' }),
  ]);
  expect(item).toMatchObject({
    state: 'found',
    strength: 'observed',
    effectiveAt: '2026-06-03T10:00:00Z',
    fact: {
      keys: [
        { keyId: 'a', custodies: [inSsh] },
        { keyId: 'b', signedAt: '2026-06-03T10:00:00Z', custodies: [inFile, inSsh] },
      ],
      ephemeral: 1,
      broken: [],
    },
  });
});

test('what was signed more than a year ago, or after the day of the assessment, does not count', async () => {
  const old = signed('a', '2025-06-01T10:00:00Z', inFile);
  const later = signed('a', '2026-07-01T10:00:00Z', inFile);
  expect(await collect([old, later])).toMatchObject({ state: 'unavailable' });
});

test('an altered record is named', async () => {
  const item = await collect([signed('a', '2026-06-01T10:00:00Z', inFile)], async ({ location }) => {
    const [first = ''] = await readdir(join(location, 'custody'));
    await writeFile(join(location, 'custody', first), '{}');
  });
  expect(item).toMatchObject({ state: 'found', fact: { keys: [], broken: [expect.stringMatching(/\.json$/u)] } });
});
