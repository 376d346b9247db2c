// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { similarVulnerabilitiesSearched } from '../../checks/similar-vulnerabilities-searched/similar-vulnerabilities-searched.ts';

export const rv33FindSimilarVulnerabilities: TaskProcedure = defineTask({
  id: 'RV.3.3',
  scope: ['product'],
  checks: [similarVulnerabilitiesSearched],
  note: 'Not applicable only where a register that is declared complete shows no case closed in the last year.',
});
