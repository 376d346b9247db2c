// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { componentIntegrityVerified } from '../../checks/component-integrity-verified/component-integrity-verified.ts';
import { componentsMonitored } from '../../checks/components-monitored/components-monitored.ts';
import { noKnownExploitedComponents } from '../../checks/no-known-exploited-components/no-known-exploited-components.ts';
import { noMaliciousComponents } from '../../checks/no-malicious-components/no-malicious-components.ts';

export const pw44VerifyComponents: TaskProcedure = defineTask({
  id: 'PW.4.4',
  scope: ['repository'],
  checks: [componentIntegrityVerified, componentsMonitored, noKnownExploitedComponents, noMaliciousComponents],
  note: 'That each component is still maintained (example 4) is asked once, under PW.4.1. An update bot is no vulnerability check, but one that is acted upon watches the components.',
});
