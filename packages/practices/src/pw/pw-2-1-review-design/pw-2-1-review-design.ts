// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { designAnalysedAutomatically } from '../../checks/design-analysed-automatically/design-analysed-automatically.ts';
import { designReviewedIndependently } from '../../checks/design-reviewed-independently/design-reviewed-independently.ts';

export const pw21ReviewDesign: TaskProcedure = defineTask({
  id: 'PW.2.1',
  scope: ['product'],
  checks: [designReviewedIndependently, designAnalysedAutomatically],
  note: 'NIST asks for a qualified outsider and/or an automated process: either one is enough.',
});
