// SPDX-License-Identifier: Apache-2.0
import type { SecurityPolicy } from '@plumbline/core/facts/security-policy';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aPolicy } from '../../testing/fixture-policies.ts';

const whole = aPolicy();
const withPolicy = (policy: Partial<SecurityPolicy>): FixtureFacts => ({ 'security-policy': aPolicy(policy) });
const link = { url: 'https://example.com/security', at: { path: 'SECURITY.md', line: 2 }, isPolicy: true };

export const fixtures: CheckFixtures = {
  facts: withPolicy({}),
  flip: { kind: 'security-policy', at: ['sections', 'safeHarbour'], to: null },
  also: [
    {
      name: 'supported versions are not asked',
      facts: withPolicy({ sections: { ...whole.sections, supportedVersions: null } }),
      outcome: 'yes',
    },
    { name: 'the text of a template', facts: withPolicy({ placeholder: true }), outcome: 'no' },
    { name: 'only a template link', facts: withPolicy({ documents: [] }), outcome: 'no' },
    {
      name: 'a SECURITY.md that leads out of the repository',
      facts: withPolicy({
        documents: [],
        sections: { ...whole.sections, credit: null },
        unread: [{ path: 'SECURITY.md', because: 'a link that leaves the repository' }],
      }),
      outcome: 'unknown',
    },
    { name: 'none', facts: { 'security-policy': 'absent' }, outcome: 'no' },
    {
      name: 'more of it elsewhere',
      facts: withPolicy({ sections: { ...whole.sections, credit: null }, elsewhere: [link] }),
      outcome: 'unknown',
    },
    {
      name: 'a page of others besides',
      facts: withPolicy({ sections: { ...whole.sections, credit: null }, elsewhere: [{ ...link, isPolicy: false }] }),
      outcome: 'no',
    },
    { name: 'whole, with a link beside', facts: withPolicy({ elsewhere: [link] }), outcome: 'yes' },
  ],
};
