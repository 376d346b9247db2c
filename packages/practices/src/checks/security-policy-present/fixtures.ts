// SPDX-License-Identifier: Apache-2.0
import type { SecurityPolicy } from '@plumbline/core/facts/security-policy';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aChannel } from '../../testing/fixture-policies.ts';

const policy: SecurityPolicy = {
  documents: [{ path: 'SECURITY.md', line: 1 }],
  channels: [],
  sections: {
    scope: null,
    channel: null,
    whatToSend: null,
    responseTimes: null,
    coordination: null,
    safeHarbour: null,
    credit: null,
    supportedVersions: null,
  },
  elsewhere: [],
  placeholder: false,
};

export const fixtures: CheckFixtures = {
  facts: { 'security-policy': policy },
  flip: { kind: 'security-policy', at: ['placeholder'], to: true },
  also: [
    { name: 'no document', facts: { 'security-policy': 'absent' }, outcome: 'no' },
    {
      name: 'only a channel',
      facts: { 'security-policy': { ...policy, documents: [], channels: [aChannel()] } },
      outcome: 'no',
    },
    {
      name: 'a SECURITY.md that leads out of the repository',
      facts: {
        'security-policy': {
          ...policy,
          documents: [],
          unread: [{ path: 'SECURITY.md', because: 'a link that leaves the repository' }],
        },
      },
      outcome: 'unknown',
    },
    {
      name: 'a link to another place',
      facts: {
        'security-policy': {
          ...policy,
          documents: [],
          elsewhere: [{ url: 'https://example.com/security', at: { path: 'README.md', line: 3 }, isPolicy: true }],
        },
      },
      outcome: 'unknown',
    },
  ],
};
