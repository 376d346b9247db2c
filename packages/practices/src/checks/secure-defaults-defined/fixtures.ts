// SPDX-License-Identifier: Apache-2.0
import type { SecureDefault, SecureDefaultsRecord } from '@plumbline/core/facts/records/secure-defaults-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const setting: SecureDefault = {
  setting: 'tls.minVersion',
  value: '1.3',
  why: 'Older versions can be broken',
  testedBy: null,
};
const withRecord = (record: Partial<SecureDefaultsRecord>): FixtureFacts => ({
  'record:secure-defaults': aRecord({
    owner: 'platform team',
    reviewedOn: '2026-02-01',
    settings: [setting],
    ...record,
  }),
});

export const fixtures: CheckFixtures = {
  facts: withRecord({}),
  flip: { kind: 'record:secure-defaults', at: ['content', 'settings', 0, 'why'], to: null },
  also: [
    { name: 'nobody owns it', facts: withRecord({ owner: null }), outcome: 'no' },
    { name: 'an old review', facts: withRecord({ reviewedOn: '2025-02-01' }), outcome: 'no' },
    { name: 'an empty list', facts: withRecord({ settings: [] }), outcome: 'no' },
    { name: 'no list', facts: { 'record:secure-defaults': 'absent' }, outcome: 'no' },
  ],
};
