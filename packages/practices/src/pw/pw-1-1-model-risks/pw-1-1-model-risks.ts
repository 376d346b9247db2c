// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { threatModelCurrent } from '../../checks/threat-model-current/threat-model-current.ts';
import { threatModelPresent } from '../../checks/threat-model-present/threat-model-present.ts';
import { threatsDecided } from '../../checks/threats-decided/threats-decided.ts';

export const pw11ModelRisks: TaskProcedure = defineTask({
  id: 'PW.1.1',
  scope: ['product'],
  checks: [threatModelPresent, threatModelCurrent, threatsDecided],
  note: 'A document on this product that names threats or trust boundaries counts; example models, test data and advice to users never do.',
});
