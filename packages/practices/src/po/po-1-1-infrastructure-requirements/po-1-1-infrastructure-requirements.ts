// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { infrastructureRequirementsDocumented } from '../../checks/infrastructure-requirements-documented/infrastructure-requirements-documented.ts';
import { infrastructureRequirementsChecked } from '../../checks/infrastructure-requirements-checked/infrastructure-requirements-checked.ts';

export const po11InfrastructureRequirements: TaskProcedure = defineTask({
  id: 'PO.1.1',
  scope: ['organisation'],
  checks: [infrastructureRequirementsDocumented, infrastructureRequirementsChecked],
  note: 'NIST speaks of infrastructures and processes: one owned policy with clauses, reviewed within a year, and every clause watched by a check or a statement. A file named SECURITY.md is about reporting vulnerabilities and never counts.',
});
