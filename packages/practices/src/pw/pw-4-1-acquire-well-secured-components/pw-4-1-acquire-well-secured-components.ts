// SPDX-License-Identifier: Apache-2.0
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import { defineTask } from '@plumbline/core/verdicts/task';
import { componentIntakeDecided } from '../../checks/component-intake-decided/component-intake-decided.ts';
import { componentsLocked } from '../../checks/components-locked/components-locked.ts';
import { componentsMaintained } from '../../checks/components-maintained/components-maintained.ts';
import { componentsWithoutKnownVulnerabilities } from '../../checks/components-without-known-vulnerabilities/components-without-known-vulnerabilities.ts';

export const pw41AcquireWellSecuredComponents: TaskProcedure = defineTask({
  id: 'PW.4.1',
  scope: ['repository'],
  checks: [componentsWithoutKnownVulnerabilities, componentsMaintained, componentsLocked, componentIntakeDecided],
  note: 'Manifests of test fixtures never count; examples are listed but do not turn a yes into a no.',
});
