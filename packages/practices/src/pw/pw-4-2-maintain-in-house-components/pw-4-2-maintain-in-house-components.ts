// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { inHouseComponentsAssessed } from '../../checks/in-house-components-assessed/in-house-components-assessed.ts';

export const pw42MaintainInHouseComponents: TaskProcedure = defineTask({
  id: 'PW.4.2',
  scope: ['product'],
  checks: [inHouseComponentsAssessed],
  note: 'Which package is in-house only the register of suppliers can say; a complete register without one makes the task not applicable.',
});
