// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { createEvidenceSet, evidenceAsOf, itemsOf } from './evidence-set.ts';
import type { Evidence } from './evidence.ts';
import { sealEvidence } from './seal-evidence.ts';

const item = (overrides: Partial<Evidence<'fuzz-targets'>> = {}): Evidence<'fuzz-targets'> =>
  sealEvidence<'fuzz-targets'>({
    kind: 'fuzz-targets',
    state: 'found',
    fact: { targets: [], services: [] },
    collector: { id: 'fuzz-targets', version: '1' },
    subject: { uri: 'https://example.com/product.git', commit: '1'.repeat(40) },
    location: 'fuzz/',
    collectedAt: '2026-06-30T00:00:00Z',
    effectiveAt: '2026-06-01T00:00:00Z',
    strength: 'observed',
    ...(overrides as object),
  });

test('the digest leaves out the moment of collection and nothing else', () => {
  expect(item({ collectedAt: '2026-07-01T00:00:00Z' }).digest).toBe(item().digest);
  for (const change of [{ location: 'x' }, { effectiveAt: '2026-06-02T00:00:00Z' }, { strength: 'tested' as const }]) {
    expect(item(change).digest).not.toBe(item().digest);
  }
});

test('two items of one kind are refused: a register is one item', () => {
  expect(() => createEvidenceSet([item(), item()])).toThrow(/two items/);
});

test('what took effect later reads as unavailable and says so', () => {
  const [before] = itemsOf(evidenceAsOf(createEvidenceSet([item()]), '2026-05-31T23:59:59Z'));
  expect(before).toMatchObject({
    state: 'unavailable',
    because: expect.stringContaining('took effect after 2026-05-31'),
  });
  expect(itemsOf(evidenceAsOf(createEvidenceSet([item()]), '2026-06-01T23:59:59Z'))[0]).toEqual(item());
});

test('what has expired reads as unavailable', () => {
  const expiring = item({ expiresAt: '2026-06-15T00:00:00Z' });
  expect(itemsOf(evidenceAsOf(createEvidenceSet([expiring]), '2026-06-30T23:59:59Z'))[0]).toMatchObject({
    state: 'unavailable',
  });
});
