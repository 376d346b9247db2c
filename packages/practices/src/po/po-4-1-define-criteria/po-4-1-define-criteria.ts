// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { gateCriteriaDefined } from '../../checks/gate-criteria-defined/gate-criteria-defined.ts';
import { gateCriteriaEnforced } from '../../checks/gate-criteria-enforced/gate-criteria-enforced.ts';
import { gateBlocksViolations } from '../../checks/gate-blocks-violations/gate-blocks-violations.ts';

export const po41DefineCriteria: TaskProcedure = defineTask({
  id: 'PO.4.1',
  scope: ['product'],
  checks: [gateCriteriaDefined, gateCriteriaEnforced, gateBlocksViolations],
  note: 'A policy file with criteria, owned and reviewed; CI runs it and the forge requires it. Strongest is the negative test: a change that breaks the policy is tried and blocked; the profile high asks for it.',
});
