// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { supportedReleasesRescanned } from '../../checks/supported-releases-rescanned/supported-releases-rescanned.ts';

export const rv12FindUndetectedVulnerabilities: TaskProcedure = defineTask({
  id: 'RV.1.2',
  scope: ['product'],
  checks: [supportedReleasesRescanned],
  note: 'The default branch is not enough: every supported release is asked about.',
});
