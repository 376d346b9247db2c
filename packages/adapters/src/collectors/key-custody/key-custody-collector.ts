// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@plumbline/core/canonical-json';
import type { Collector } from '@plumbline/core/collecting/collector';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { SigningKey } from '@plumbline/core/facts/key-custody';
import type { CustodyEntry } from '@plumbline/core/state/custody-entry';
import { entriesOf } from '@plumbline/core/state/entries-of';

const windowDays = 365;
const dayMs = 86_400_000;

/** Keys that signed in the last year, as `plumbline sign` recorded them. No record is unavailable: signing may be done elsewhere. */
export const keyCustodyCollector: Collector = {
  id: 'key-custody',
  version: '1',
  title: 'Where the keys that signed are kept',
  kinds: ['key-custody'],
  needs: [],
  timeoutMs: 30_000,
  collect: async ({ state, asOf }) => {
    const { entries, broken } = state === undefined ? { entries: [], broken: [] } : await entriesOf(state, 'custody');
    const since = new Date(Date.parse(asOf) - windowDays * dayMs).toISOString();
    const inWindow = entries.filter(({ signedAt }) => signedAt >= since && signedAt <= asOf);
    const last = lastOf(inWindow);
    const { title, resolve } = factSources['key-custody'];
    if (last === undefined && broken.length === 0)
      return [
        {
          kind: 'key-custody',
          state: 'unavailable',
          location: title,
          because: 'no signature is on record here',
          resolve,
        },
      ];
    const lasting = inWindow.filter(({ custody }) => custody.kind !== 'ephemeral');
    return [
      {
        kind: 'key-custody',
        state: 'found',
        location: 'kept records of signing',
        ...(last === undefined ? {} : { effectiveAt: last }),
        // As strong as its best proof; the check says which key has less.
        strength: lasting.some(({ custody }) => 'attestation' in custody) ? 'tested' : 'observed',
        fact: { windowDays, keys: keysOf(lasting), ephemeral: inWindow.length - lasting.length, broken },
      },
    ];
  },
};

function keysOf(entries: readonly CustodyEntry[]): readonly SigningKey[] {
  return [...Map.groupBy(entries, ({ keyId }) => keyId)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([keyId, own]) => ({ keyId, signedAt: lastOf(own) ?? '', custodies: distinct(own) }));
}

function distinct(entries: readonly CustodyEntry[]): SigningKey['custodies'] {
  const byText = new Map(entries.map(({ custody }) => [canonicalJson(custody), custody]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, custody]) => custody);
}

const lastOf = (entries: readonly CustodyEntry[]): string | undefined =>
  entries
    .map(({ signedAt }) => signedAt)
    .toSorted()
    .at(-1);
