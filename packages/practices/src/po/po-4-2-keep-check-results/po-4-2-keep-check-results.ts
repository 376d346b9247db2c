// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { gateResultsKept } from '../../checks/gate-results-kept/gate-results-kept.ts';
import { evidenceIntact } from '../../checks/evidence-intact/evidence-intact.ts';

export const po42KeepCheckResults: TaskProcedure = defineTask({
  id: 'PO.4.2',
  scope: ['product'],
  checks: [gateResultsKept, evidenceIntact],
  note: 'Results of the gate for every commit or release in the window, and all of them still verify. Deleting a result is seen because the number that is expected is known.',
});
