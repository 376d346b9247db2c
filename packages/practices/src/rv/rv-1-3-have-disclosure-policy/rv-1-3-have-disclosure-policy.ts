// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { disclosurePolicyComplete } from '../../checks/disclosure-policy-complete/disclosure-policy-complete.ts';
import { responseTeamNamed } from '../../checks/response-team-named/response-team-named.ts';

export const rv13HaveDisclosurePolicy: TaskProcedure = defineTask({
  id: 'RV.1.3',
  scope: ['product'],
  checks: [disclosurePolicyComplete, responseTeamNamed],
  note: 'The policy may stand in SECURITY.md, CONTRIBUTING or the README.',
});
