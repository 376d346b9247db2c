// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { forgeSettings } from '../../testing/forge-settings-fixture.ts';

export const fixtures: CheckFixtures = {
  facts: { 'forge-settings': forgeSettings },
  flip: { kind: 'forge-settings', at: ['membersMustUseMfa'], to: false },
  also: [{ name: 'no settings to see', facts: { 'forge-settings': 'absent' }, outcome: 'unknown' }],
};
