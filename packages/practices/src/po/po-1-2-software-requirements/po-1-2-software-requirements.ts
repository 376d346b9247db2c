// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { softwareRequirementsRegistered } from '../../checks/software-requirements-registered/software-requirements-registered.ts';
import { softwareRequirementsCovered } from '../../checks/software-requirements-covered/software-requirements-covered.ts';
import { requirementsReviewedYearly } from '../../checks/requirements-reviewed-yearly/requirements-reviewed-yearly.ts';

export const po12SoftwareRequirements: TaskProcedure = defineTask({
  id: 'PO.1.2',
  scope: ['organisation', 'product'],
  checks: [softwareRequirementsRegistered, softwareRequirementsCovered, requirementsReviewedYearly],
  note: 'A register of requirements (OWASP ASVS and the product’s own), each linked to what verifies it, reviewed at least annually as example 6 asks. A list of features is not this.',
});
