// SPDX-License-Identifier: Apache-2.0
import type { ErrorCode } from '@plumbline/core/errors';

/** DESIGN §5: done or passed, gate failed, usage or input error, could not assess, bug; 130 as shells do on ctrl-C. */
export const exitCodes = { done: 0, failed: 1, usage: 2, couldNotAssess: 3, bug: 70, interrupted: 130 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Every error code has one exit code: the compiler refuses a new code without. */
export const exitCodeOf: { readonly [C in ErrorCode]: ExitCode } = {
  'not-a-repository': exitCodes.usage,
  'no-commits': exitCodes.usage,
  'repository-unreadable': exitCodes.usage,
  'clone-failed': exitCodes.couldNotAssess,
  'git-missing': exitCodes.couldNotAssess,
  'history-missing': exitCodes.couldNotAssess,
  'input-unreadable': exitCodes.usage,
  'input-invalid': exitCodes.usage,
  'input-too-large': exitCodes.usage,
  'unknown-task': exitCodes.usage,
  'unknown-profile': exitCodes.usage,
  'unknown-catalog': exitCodes.usage,
  usage: exitCodes.usage,
  'output-unwritable': exitCodes.usage,
  'empty-requirements': exitCodes.bug,
  'state-damaged': exitCodes.couldNotAssess,
  'state-untrusted': exitCodes.couldNotAssess,
  'policy-invalid': exitCodes.usage,
  'tool-missing': exitCodes.couldNotAssess,
  'signing-failed': exitCodes.couldNotAssess,
  'fetch-failed': exitCodes.couldNotAssess,
  interrupted: exitCodes.interrupted,
};
