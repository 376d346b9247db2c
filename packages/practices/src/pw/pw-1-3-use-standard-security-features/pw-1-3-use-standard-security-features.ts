// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { standardSecurityFeaturesUsed } from '../../checks/standard-security-features-used/standard-security-features-used.ts';

export const pw13UseStandardSecurityFeatures: TaskProcedure = defineTask({
  id: 'PW.1.3',
  scope: ['product'],
  checks: [standardSecurityFeaturesUsed],
  note: 'A statement says what is used, static analysis shows that the typical mistakes of own implementations are absent; neither is enough alone.',
});
