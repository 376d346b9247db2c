// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { advisoriesPublished } from '../../checks/advisories-published/advisories-published.ts';
import { vulnerabilitiesRemediatedInTime } from '../../checks/vulnerabilities-remediated-in-time/vulnerabilities-remediated-in-time.ts';

export const rv22RespondToVulnerabilities: TaskProcedure = defineTask({
  id: 'RV.2.2',
  scope: ['product'],
  checks: [vulnerabilitiesRemediatedInTime, advisoriesPublished],
  note: 'Cases whose clock still runs count neither way; refuted reports are left out.',
});
