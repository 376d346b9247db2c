// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { rootCauseTrendsReviewed } from '../../checks/root-cause-trends-reviewed/root-cause-trends-reviewed.ts';

export const rv32FindPatternsOfRootCauses: TaskProcedure = defineTask({
  id: 'RV.3.2',
  scope: ['product'],
  checks: [rootCauseTrendsReviewed],
  note: 'Not applicable only where a register that is declared complete shows no case closed in the last year.',
});
