// SPDX-License-Identifier: Apache-2.0
import type { ReleaseEntry } from '@plumbline/core/facts/records/releases-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aReleaseEntry } from '../../testing/fixture-releases.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const withReleases = (...releases: readonly Partial<ReleaseEntry>[]): FixtureFacts => ({
  'record:releases': aRecord({ releases: releases.map((release) => aReleaseEntry(release)) }),
});

export const fixtures: CheckFixtures = {
  facts: withReleases({}, { version: '1.1.0', supportedUntil: '2026-05-31', scannedOn: null }),
  flip: { kind: 'record:releases', at: ['content', 'releases', 0, 'scannedOn'], to: '2026-04-01' },
  also: [
    { name: 'never scanned', facts: withReleases({ scannedOn: null }), outcome: 'no' },
    {
      name: 'an older one that is still supported',
      facts: withReleases({}, { version: '1.1.0', scannedOn: '2025-01-01' }),
      outcome: 'no',
    },
    { name: 'no end of support', facts: withReleases({ supportedUntil: null, scannedOn: null }), outcome: 'no' },
    { name: 'a scan in the future', facts: withReleases({ scannedOn: '2026-07-20' }), outcome: 'no' },
    { name: 'none is supported', facts: withReleases({ supportedUntil: '2025-12-31' }), outcome: 'not-applicable' },
    { name: 'none is recorded', facts: withReleases(), outcome: 'unknown' },
    { name: 'no register', facts: { 'record:releases': 'absent' }, outcome: 'no' },
  ],
};
