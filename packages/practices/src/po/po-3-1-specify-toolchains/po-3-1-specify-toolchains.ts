// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { toolchainDeclared } from '../../checks/toolchain-declared/toolchain-declared.ts';
import { toolchainAsDeclared } from '../../checks/toolchain-as-declared/toolchain-as-declared.ts';
import { sastConfigured } from '../../checks/sast-configured/sast-configured.ts';
import { scaConfigured } from '../../checks/sca-configured/sca-configured.ts';
import { secretScanningConfigured } from '../../checks/secret-scanning-configured/secret-scanning-configured.ts';
import { dependencyUpdatesConfigured } from '../../checks/dependency-updates-configured/dependency-updates-configured.ts';

export const po31SpecifyToolchains: TaskProcedure = defineTask({
  id: 'PO.3.1',
  scope: ['product', 'repository'],
  checks: [
    toolchainDeclared,
    toolchainAsDeclared,
    sastConfigured,
    scaConfigured,
    secretScanningConfigured,
    dependencyUpdatesConfigured,
  ],
  note: 'Declaring and using are judged apart and held against each other in both directions. Tools are recognised by what a job runs, never by the name of a job, badge or file. What the forge can do without a file (default code scanning, alerts, secret scanning) is said in the reasons.',
});
