// SPDX-License-Identifier: Apache-2.0
import type { KeyPeriod, TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { ProvenTime } from '@plumbline/core/verification/signature-check';
import { expect, test } from 'vitest';
import { judgeKeyPeriod } from './judge-key-period.ts';

const open: KeyPeriod = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };
const june = '2026-06-30T23:59:59Z';
const logged = (instant: string): ProvenTime => ({ instant, proof: 'transparency log' });

function judge(period: Partial<KeyPeriod>, signedAt: ProvenTime | null, listed?: KeyPeriod): readonly string[] {
  const signer: TrustedSigner = {
    kind: 'key',
    name: 'k',
    publicKey: '',
    period: { ...open, ...period },
    root: null,
    logRequired: false,
  };
  const check = {
    outcome: 'valid',
    steps: [],
    signer: null,
    signedAt,
    ...(listed === undefined ? {} : { period: listed }),
  } as const;
  return judgeKeyPeriod(signer, check, june).map(({ outcome, because }) => `${outcome}: ${because}`);
}

test('a key without limits counts, and that the time is not proved is said', () => {
  expect(judge({}, null)).toEqual(['passed: the time of signing is not proved; the policy sets the key no limits']);
});

test('a revoked key counts only for what is proved to be older', () => {
  const revoked = { revokedOn: '2026-05-01T00:00:00Z', revokedBecause: 'lost laptop' };
  expect(judge(revoked, logged('2026-04-30T12:00:00Z'))).toEqual([expect.stringMatching(/^passed: signed before/u)]);
  expect(judge(revoked, logged('2026-05-01T00:00:00Z'))).toEqual([expect.stringContaining('failed: signed before')]);
  expect(judge(revoked, null)).toEqual([
    'failed: the time of signing is not proved, and the key is revoked since 2026-05-01 (lost laptop)',
  ]);
});

test('a key that has expired, or has not begun, does not count', () => {
  expect(judge({ validUntil: '2026-05-31T23:59:59.999Z' }, null)).toEqual([
    expect.stringContaining('counted until 2026-05-31'),
  ]);
  expect(judge({ validUntil: '2026-05-31T23:59:59.999Z' }, logged('2026-05-31T23:00:00Z'))).toEqual([
    expect.stringMatching(/^passed/u),
  ]);
  expect(judge({ validFrom: '2026-07-01T00:00:00Z' }, null)).toEqual([expect.stringContaining('only from 2026-07-01')]);
});

function judgeExpiring(expiresAt: string): readonly string[] {
  const signer: TrustedSigner = { kind: 'openpgp', name: 'k', keys: '', fingerprints: [], period: open };
  const signedAt = logged('2026-01-01T00:00:00Z');
  const check = { outcome: 'valid', steps: [], signer: null, signedAt, expiresAt } as const;
  return judgeKeyPeriod(signer, check, june).map(({ outcome }) => outcome);
}

test('a signature that says how long it counts counts no longer, whatever proves when it was made', () => {
  expect(judgeExpiring('2026-06-30T23:59:59.000Z')).toEqual(['failed']);
  expect(judgeExpiring('2026-07-01T00:00:00.000Z')).toEqual(['passed']);
});

test('the limits of an allowed signers file count beside those of the policy', () => {
  const listed = { ...open, validUntil: '2026-01-01T00:00:00Z' };
  expect(judge({}, null, listed)).toEqual([expect.stringMatching(/^failed/u)]);
});
