// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { contributorsTrained } from '../../checks/contributors-trained/contributors-trained.ts';

export const po22RoleBasedTraining: TaskProcedure = defineTask({
  id: 'PO.2.2',
  scope: ['organisation'],
  checks: [contributorsTrained],
  note: 'Judged by the people who really committed in the last 90 days, not by a plan of courses. Reports show counts, never names. The training must be for a role and must not have run out.',
});
