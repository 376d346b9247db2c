// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { dynamicTestingPerformed } from '../../checks/dynamic-testing-performed/dynamic-testing-performed.ts';
import { fuzzingConfigured } from '../../checks/fuzzing-configured/fuzzing-configured.ts';
import { testFindingsTriaged } from '../../checks/test-findings-triaged/test-findings-triaged.ts';
import { testsRunOnChanges } from '../../checks/tests-run-on-changes/tests-run-on-changes.ts';

export const pw82TestExecutableCode: TaskProcedure = defineTask({
  id: 'PW.8.2',
  scope: ['repository'],
  checks: [testsRunOnChanges, fuzzingConfigured, dynamicTestingPerformed, testFindingsTriaged],
  note: 'Fuzz targets that nothing runs, and property-based tests, are not fuzzing.',
});
