// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { processImproved } from '../../checks/process-improved/process-improved.ts';

export const rv34ImproveTheProcess: TaskProcedure = defineTask({
  id: 'RV.3.4',
  scope: ['organisation'],
  checks: [processImproved],
  note: 'A recorded reason why no change is needed is a review of the process too.',
});
