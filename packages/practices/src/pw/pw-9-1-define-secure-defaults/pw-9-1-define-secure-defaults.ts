// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { secureDefaultsDefined } from '../../checks/secure-defaults-defined/secure-defaults-defined.ts';

export const pw91DefineSecureDefaults: TaskProcedure = defineTask({
  id: 'PW.9.1',
  scope: ['product'],
  checks: [secureDefaultsDefined],
  note: 'Each setting needs its secure value and the reason; a sample configuration file is not a baseline.',
});
