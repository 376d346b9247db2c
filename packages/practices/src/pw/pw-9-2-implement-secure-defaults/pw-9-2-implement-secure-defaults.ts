// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { configurationHardened } from '../../checks/configuration-hardened/configuration-hardened.ts';
import { secureDefaultsTested } from '../../checks/secure-defaults-tested/secure-defaults-tested.ts';

export const pw92ImplementSecureDefaults: TaskProcedure = defineTask({
  id: 'PW.9.2',
  scope: ['repository'],
  checks: [configurationHardened, secureDefaultsTested],
});
