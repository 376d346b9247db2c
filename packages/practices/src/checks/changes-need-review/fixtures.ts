// SPDX-License-Identifier: Apache-2.0
import type { ForgeSettings } from '@plumbline/core/facts/forge-settings';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { forgeSettings } from '../../testing/forge-settings-fixture.ts';

const withRules = (rules: Partial<ForgeSettings['defaultBranch']>): ForgeSettings => ({
  ...forgeSettings,
  defaultBranch: { ...forgeSettings.defaultBranch, ...rules },
});

export const fixtures: CheckFixtures = {
  facts: { 'forge-settings': forgeSettings },
  flip: { kind: 'forge-settings', at: ['defaultBranch', 'requiredApprovals'], to: 0 },
  also: [
    { name: 'no settings to see', facts: { 'forge-settings': 'absent' }, outcome: 'unknown' },
    {
      name: 'not of administrators',
      facts: { 'forge-settings': withRules({ administratorsExempt: true }) },
      outcome: 'no',
    },
    {
      name: 'approvals outlive pushes',
      facts: { 'forge-settings': withRules({ staleApprovalsDismissed: false }) },
      outcome: 'yes',
    },
  ],
};
