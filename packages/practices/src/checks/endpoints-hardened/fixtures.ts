// SPDX-License-Identifier: Apache-2.0
import type { Endpoint, EndpointPosture } from '@plumbline/core/facts/imported/endpoint-posture';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

const endpoint: Endpoint = {
  diskEncrypted: true,
  patchedOn: '2026-06-10',
  screenLock: true,
  observedAt: '2026-06-20T08:00:00Z',
};
const posture = (...endpoints: readonly Partial<Endpoint>[]): EndpointPosture => ({
  exports: [
    {
      file: 'osquery.json',
      sha256: '2'.repeat(64),
      tool: 'osquery',
      toolVersion: '5.20.0',
      commit: null,
      completed: null,
      finishedAt: null,
      problems: [],
    },
  ],
  endpoints: endpoints.map((part) => ({ ...endpoint, ...part })),
});

export const fixtures: CheckFixtures = {
  facts: { 'endpoint-posture': posture({}, {}) },
  flip: { kind: 'endpoint-posture', at: ['endpoints', 1, 'diskEncrypted'], to: false },
  also: [
    {
      name: 'an endpoint without patches',
      facts: { 'endpoint-posture': posture({ patchedOn: '2026-04-01' }) },
      outcome: 'no',
    },
    {
      name: 'the export does not say',
      facts: { 'endpoint-posture': posture({}, { screenLock: null }) },
      outcome: 'unknown',
    },
    {
      name: 'observed too long ago',
      facts: { 'endpoint-posture': posture({ observedAt: '2026-05-01T08:00:00Z', diskEncrypted: false }) },
      outcome: 'unknown',
    },
    {
      name: 'one lacks, of another it is not known',
      facts: { 'endpoint-posture': posture({ screenLock: false }, { diskEncrypted: null }) },
      outcome: 'no',
    },
    { name: 'no endpoint', facts: { 'endpoint-posture': posture() }, outcome: 'unknown' },
    {
      name: 'an export that is broken in part',
      facts: {
        'endpoint-posture': {
          ...posture({}),
          exports: posture().exports.map((part) => ({ ...part, problems: ['row 7 is no object'] })),
        },
      },
      outcome: 'unknown',
    },
  ],
};
