// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { managementCommitment } from '../../checks/management-commitment/management-commitment.ts';

export const po23ManagementCommitment: TaskProcedure = defineTask({
  id: 'PO.2.3',
  scope: ['organisation'],
  checks: [managementCommitment],
  note: 'Only people can say this: a statement of a named officer of the last twelve months. It is asserted, and documented where it points at a published document with an owner and a review date.',
});
