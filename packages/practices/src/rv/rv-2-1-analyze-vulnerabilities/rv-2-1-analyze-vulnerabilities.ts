// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { vulnerabilitiesAnalysedInTime } from '../../checks/vulnerabilities-analysed-in-time/vulnerabilities-analysed-in-time.ts';

export const rv21AnalyzeVulnerabilities: TaskProcedure = defineTask({
  id: 'RV.2.1',
  scope: ['product'],
  checks: [vulnerabilitiesAnalysedInTime],
  note: 'Cases whose clock still runs count neither way.',
});
