// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { workflowActionsPinned } from '../../checks/workflow-actions-pinned/workflow-actions-pinned.ts';
import { workflowTokensLeastPrivilege } from '../../checks/workflow-tokens-least-privilege/workflow-tokens-least-privilege.ts';
import { workflowsNotInjectable } from '../../checks/workflows-not-injectable/workflows-not-injectable.ts';
import { noUntrustedCheckoutWithSecrets } from '../../checks/no-untrusted-checkout-with-secrets/no-untrusted-checkout-with-secrets.ts';
import { toolchainKeptCurrent } from '../../checks/toolchain-kept-current/toolchain-kept-current.ts';

export const po32SecureToolchains: TaskProcedure = defineTask({
  id: 'PO.3.2',
  scope: ['repository'],
  checks: [
    workflowActionsPinned,
    workflowTokensLeastPrivilege,
    workflowsNotInjectable,
    noUntrustedCheckoutWithSecrets,
    toolchainKeptCurrent,
  ],
  note: 'What the pipelines of the tree show of examples 3, 5 and 7. Pipelines as code are the premise: without a pipeline file most questions do not arise. Compilers and images are in PW.6, environments in PO.5. Logs of tools (example 6) cannot be seen from here.',
});
