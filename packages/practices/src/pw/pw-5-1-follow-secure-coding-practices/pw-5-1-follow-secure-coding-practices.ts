// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { codingStandardDocumented } from '../../checks/coding-standard-documented/coding-standard-documented.ts';
import { secureCodingRulesEnforced } from '../../checks/secure-coding-rules-enforced/secure-coding-rules-enforced.ts';
import { unsafeConstructsAbsentOrDecided } from '../../checks/unsafe-constructs-absent-or-decided/unsafe-constructs-absent-or-decided.ts';

export const pw51FollowSecureCodingPractices: TaskProcedure = defineTask({
  id: 'PW.5.1',
  scope: ['repository'],
  checks: [secureCodingRulesEnforced, codingStandardDocumented, unsafeConstructsAbsentOrDecided],
  note: 'Judged for each main language. Style linters alone do not count; a rule that fails nothing is not enforced.',
});
