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
  flip: { kind: 'forge-settings', at: ['defaultBranch', 'forcePushAllowed'], to: true },
  also: [
    { name: 'no settings to see', facts: { 'forge-settings': 'absent' }, outcome: 'unknown' },
    { name: 'it may be deleted', facts: { 'forge-settings': withRules({ deletionAllowed: true }) }, outcome: 'no' },
    { name: 'no rule at all', facts: { 'forge-settings': withRules({ protected: false }) }, outcome: 'no' },
  ],
};
