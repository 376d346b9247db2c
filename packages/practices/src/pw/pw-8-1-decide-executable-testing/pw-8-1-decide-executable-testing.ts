// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { executableTestingDecided } from '../../checks/executable-testing-decided/executable-testing-decided.ts';
import { testingDecisionMatchesCi } from '../../checks/testing-decision-matches-ci/testing-decision-matches-ci.ts';

export const pw81DecideExecutableTesting: TaskProcedure = defineTask({
  id: 'PW.8.1',
  scope: ['product'],
  checks: [executableTestingDecided, testingDecisionMatchesCi],
  note: 'The decision is a named person’s word; that it is carried out a machine can see.',
});
