// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { binariesHardened } from '../../checks/binaries-hardened/binaries-hardened.ts';
import { buildReproducible } from '../../checks/build-reproducible/build-reproducible.ts';
import { compilerHardeningEnabled } from '../../checks/compiler-hardening-enabled/compiler-hardening-enabled.ts';

export const pw62ConfigureBuildTools: TaskProcedure = defineTask({
  id: 'PW.6.2',
  scope: ['repository', 'release'],
  checks: [compilerHardeningEnabled, binariesHardened, buildReproducible],
  note: 'Flags in build files of the project count; what a distribution adds by default is not its decision. Without C or C++ the question of flags does not arise.',
});
