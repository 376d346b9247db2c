// SPDX-License-Identifier: Apache-2.0
import type { SecurityPolicy } from '@plumbline/core/facts/security-policy';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aChannel, aPolicy, aSecurityTxt } from '../../testing/fixture-policies.ts';

const withPolicy = (policy: Partial<SecurityPolicy> | 'absent'): FixtureFacts => ({
  'security-policy': policy === 'absent' ? policy : aPolicy(policy),
  'security-txt': 'absent',
});
const link = { url: 'https://example.com/security', at: { path: 'README.md', line: 60 }, isPolicy: true };

export const fixtures: CheckFixtures = {
  facts: withPolicy({}),
  flip: { kind: 'security-policy', at: ['channels'], to: [] },
  also: [
    {
      name: 'only a link in an issue template',
      facts: withPolicy({
        documents: [],
        channels: [aChannel({ kind: 'web-form', at: { path: '.github/ISSUE_TEMPLATE/config.yml', line: 4 } })],
      }),
      outcome: 'yes',
    },
    { name: 'a template as it came', facts: withPolicy({ placeholder: true }), outcome: 'no' },
    { name: 'nothing', facts: withPolicy('absent'), outcome: 'no' },
    { name: 'only a security.txt', facts: { ...withPolicy('absent'), 'security-txt': aSecurityTxt() }, outcome: 'yes' },
    {
      name: 'a placeholder of a security.txt',
      facts: { ...withPolicy('absent'), 'security-txt': aSecurityTxt({ placeholder: true }) },
      outcome: 'no',
    },
    {
      name: 'a policy elsewhere',
      facts: withPolicy({ documents: [], channels: [], elsewhere: [link] }),
      outcome: 'unknown',
    },
  ],
};
