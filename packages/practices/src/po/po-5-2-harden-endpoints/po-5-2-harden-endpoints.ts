// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { endpointsHardened } from '../../checks/endpoints-hardened/endpoints-hardened.ts';
import { commitKeysInHardware } from '../../checks/commit-keys-in-hardware/commit-keys-in-hardware.ts';

export const po52HardenEndpoints: TaskProcedure = defineTask({
  id: 'PO.5.2',
  scope: ['organisation'],
  checks: [endpointsHardened, commitKeysInHardware],
  note: 'An export of osquery or of device management, not older than 30 days, in which no endpoint lacks encryption, patches or a screen lock. Hardware keys are seen in the type of SSH signatures; OpenPGP and X.509 do not tell.',
});
