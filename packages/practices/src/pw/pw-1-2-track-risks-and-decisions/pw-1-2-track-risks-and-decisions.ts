// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { designDecisionsRecorded } from '../../checks/design-decisions-recorded/design-decisions-recorded.ts';
import { exceptionsExpire } from '../../checks/exceptions-expire/exceptions-expire.ts';
import { risksTracked } from '../../checks/risks-tracked/risks-tracked.ts';

export const pw12TrackRisksAndDecisions: TaskProcedure = defineTask({
  id: 'PW.1.2',
  scope: ['product'],
  checks: [designDecisionsRecorded, risksTracked, exceptionsExpire],
  note: 'Decisions count with their reasons. An empty, declared register of exceptions is evidence that nothing is excepted; a missing one is not.',
});
