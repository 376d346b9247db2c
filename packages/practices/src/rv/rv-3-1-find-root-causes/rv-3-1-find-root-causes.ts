// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { rootCausesRecorded } from '../../checks/root-causes-recorded/root-causes-recorded.ts';

export const rv31FindRootCauses: TaskProcedure = defineTask({
  id: 'RV.3.1',
  scope: ['product'],
  checks: [rootCausesRecorded],
  note: 'Not applicable only where a register that is declared complete shows no case closed in the last year.',
});
