// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { suppliersToldRequirements } from '../../checks/suppliers-told-requirements/suppliers-told-requirements.ts';

export const po13RequirementsForSuppliers: TaskProcedure = defineTask({
  id: 'PO.1.3',
  scope: ['organisation'],
  checks: [suppliersToldRequirements],
  note: 'Only commercial components count; open source is looked at in PW.4. Not applicable needs two inventories: a register of suppliers that calls itself complete, and a bill of materials whose suppliers are all in it. Without them it is unknown, not met.',
});
