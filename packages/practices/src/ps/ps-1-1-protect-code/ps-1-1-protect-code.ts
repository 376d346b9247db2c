// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { defaultBranchProtected } from '../../checks/default-branch-protected/default-branch-protected.ts';
import { historyNotRewritable } from '../../checks/history-not-rewritable/history-not-rewritable.ts';
import { writeAccessLeastPrivilege } from '../../checks/write-access-least-privilege/write-access-least-privilege.ts';
import { changesNeedReview } from '../../checks/changes-need-review/changes-need-review.ts';
import { commitSignaturesVerify } from '../../checks/commit-signatures-verify/commit-signatures-verify.ts';
import { commitsSigned } from '../../checks/commits-signed/commits-signed.ts';
import { noSecretsInHistory } from '../../checks/no-secrets-in-history/no-secrets-in-history.ts';

export const ps11ProtectCode: TaskProcedure = defineTask({
  id: 'PS.1.1',
  scope: ['repository'],
  checks: [
    defaultBranchProtected,
    historyNotRewritable,
    writeAccessLeastPrivilege,
    changesNeedReview,
    commitsSigned,
    commitSignaturesVerify,
    noSecretsInHistory,
  ],
  note: 'Access rules are settings of the forge: without a token the honest answer is unknown, naming the scope. A private repository is not more secure for this task, and an open one not less: open code needs integrity and availability (example 1). Sign-off lines are not signatures. That commits carry signatures and that these verify are two questions; the second is asked by the high profile alone.',
});
