// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { buildToolsPinned } from '../../checks/build-tools-pinned/build-tools-pinned.ts';
import { buildToolsSupported } from '../../checks/build-tools-supported/build-tools-supported.ts';

export const pw61UseSecureBuildTools: TaskProcedure = defineTask({
  id: 'PW.6.1',
  scope: ['repository'],
  checks: [buildToolsSupported, buildToolsPinned],
  note: 'Exact versions and image digests count as pinned; major versions, ranges and stable float.',
});
