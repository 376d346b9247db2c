// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { rangeEvidence } from './range-evidence.ts';
import type { ObjectVerification, OutcomeCounts, RangeVerification } from './range-verification.ts';

const none: OutcomeCounts = {
  all: 0,
  accepted: 0,
  valid: 0,
  invalid: 0,
  untrusted: 0,
  unsigned: 0,
  'could-not-assess': 0,
};
const judged = (objectId: string | null, more: Partial<ObjectVerification>): ObjectVerification => ({
  type: 'commit',
  objectId,
  name: null,
  role: 'commit',
  format: null,
  outcome: 'valid',
  accepted: true,
  because: 'it is so',
  trusted: null,
  signer: null,
  claimedKey: null,
  statedAt: null,
  signedAt: null,
  steps: [],
  ...more,
});
const verification = (...objects: readonly ObjectVerification[]): RangeVerification => ({
  outcome: 'not-verified',
  asked: 'a..b',
  asOf: '2026-06-30T23:59:59Z',
  gaps: ['a gap'],
  commits: none,
  tags: none,
  signers: [],
  objects,
});
const range = { base: 'a', head: 'b' };

test('commits by outcome, bots apart, and what is not valid by its id', () => {
  const objects = [
    judged('1', {}),
    judged('2', { role: 'bot' }),
    judged('3', { outcome: 'invalid' }),
    judged('4', { role: 'bot', outcome: 'unsigned' }),
    judged('5', { type: 'tag', role: 'tag', name: 'v1' }),
    judged(null, { type: 'tag', role: 'tag', name: 'v2', outcome: 'unsigned' }),
  ];
  const targets = new Map([
    ['v1', '1'],
    ['v2', '2'],
  ]);
  expect(rangeEvidence(verification(...objects), { range, targets })).toEqual({
    outcome: 'not-verified',
    commits: {
      ...range,
      all: 4,
      people: { valid: 1, invalid: 1, untrusted: 0, unsigned: 0, 'could-not-assess': 0 },
      bots: { valid: 1, invalid: 0, untrusted: 0, unsigned: 1, 'could-not-assess': 0 },
      notValid: { invalid: ['3'], untrusted: [], unsigned: ['4'], 'could-not-assess': [] },
    },
    tags: [
      { name: 'v1', objectId: '5', target: '1', outcome: 'valid', because: 'it is so' },
      { name: 'v2', objectId: null, target: '2', outcome: 'unsigned', because: 'it is so' },
    ],
    gaps: ['a gap'],
  });
});

test('of a history that nobody signed only the counts are kept', () => {
  const objects = Array.from({ length: 20_001 }, (_, index) => judged(`${index}`, { outcome: 'unsigned' }));
  const { commits } = rangeEvidence(verification(...objects), { range, targets: new Map() });
  expect(commits).toMatchObject({ all: 20_001, people: { unsigned: 20_001 }, notValid: null });
});

test('where commits are not asked for there is no range', () => {
  expect(rangeEvidence(verification(), { range: null, targets: new Map() }).commits).toBeNull();
});
