// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { buildsIsolated } from '../../checks/builds-isolated/builds-isolated.ts';
import { deploymentsApproved } from '../../checks/deployments-approved/deployments-approved.ts';
import { membersUseMfa } from '../../checks/members-use-mfa/members-use-mfa.ts';
import { environmentsSeparated } from '../../checks/environments-separated/environments-separated.ts';

export const po51SeparateEnvironments: TaskProcedure = defineTask({
  id: 'PO.5.1',
  scope: ['organisation', 'repository'],
  checks: [buildsIsolated, deploymentsApproved, membersUseMfa, environmentsSeparated],
  note: 'Machines see where jobs run and what the forge requires; networks, identities and secrets are what people record, held against the environments that the pipelines name. Continuous monitoring (examples 4 to 9) leaves no trace here.',
});
