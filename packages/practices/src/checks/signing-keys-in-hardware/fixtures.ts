// SPDX-License-Identifier: Apache-2.0
import type { SigningKeyCustody } from '@plumbline/core/facts/key-custody';
import type { KeyCustody } from '@plumbline/core/signing/signer';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

const token = {
  kind: 'token',
  label: 'release',
  manufacturer: 'Yubico (www.yubico.com)',
  model: 'YubiKey YK5',
  serial: '1234567',
  attributes: { sensitive: true, alwaysSensitive: true, neverExtractable: true, local: true, hardware: true },
} as const satisfies KeyCustody;
const { attributes: _, ...silent } = token;
const cloud = {
  kind: 'cloud',
  service: 'aws-kms',
  key: 'arn:aws:kms:eu-west-1:111122223333:key/1',
  protection: 'hardware',
  origin: 'generated',
} as const satisfies KeyCustody;
const securityKey = { kind: 'ssh', keyType: 'sk-ssh-ed25519@openssh.com', hardware: true } as const;

const custody = (...keys: readonly (readonly KeyCustody[])[]): SigningKeyCustody => ({
  windowDays: 365,
  keys: keys.map((custodies, index) => ({ keyId: `${index}`.repeat(64), signedAt: '2026-06-01T12:00:00Z', custodies })),
  ephemeral: 0,
  broken: [],
});
const facts = (fact: SigningKeyCustody): CheckFixtures['facts'] => ({ 'key-custody': fact });

export const fixtures: CheckFixtures = {
  facts: facts(custody([token], [cloud], [securityKey])),
  flip: { kind: 'key-custody', at: ['keys', 0, 'custodies', 0, 'attributes', 'local'], to: false },
  also: [
    { name: 'nothing is on record', facts: { 'key-custody': 'absent' }, outcome: 'no' },
    { name: 'a key in a file', facts: facts(custody([{ kind: 'file', encrypted: true }])), outcome: 'no' },
    {
      name: 'a key in a token and in a file',
      facts: facts(custody([token, { kind: 'file', encrypted: true }])),
      outcome: 'no',
    },
    {
      name: 'a service that keeps it in software',
      facts: facts(custody([{ ...cloud, protection: 'software' }])),
      outcome: 'no',
    },
    {
      name: 'a key that a service was given',
      facts: facts(custody([{ ...cloud, origin: 'imported' }])),
      outcome: 'no',
    },
    {
      name: 'a key that a service may hand out',
      facts: facts(custody([{ ...cloud, exportable: true }])),
      outcome: 'no',
    },
    {
      name: 'a service that does not say',
      facts: facts(custody([{ ...cloud, protection: 'external' }])),
      outcome: 'unknown',
    },
    { name: 'a token that does not say', facts: facts(custody([silent])), outcome: 'unknown' },
    {
      name: 'an SSH key of any place',
      facts: facts(custody([{ ...securityKey, hardware: false }])),
      outcome: 'unknown',
    },
    { name: 'damaged records', facts: facts({ ...custody([token]), broken: ['x.json'] }), outcome: 'unknown' },
    { name: 'no signature', facts: facts(custody()), outcome: 'unknown' },
    { name: 'keys that were thrown away', facts: facts({ ...custody(), ephemeral: 3 }), outcome: 'not-applicable' },
  ],
};
