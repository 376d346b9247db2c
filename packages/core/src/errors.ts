// SPDX-License-Identifier: Apache-2.0

/** What can go wrong so that a run cannot go on as asked. A negative result is a value, never one of these. */
export type ErrorCode =
  | 'not-a-repository'
  | 'no-commits'
  | 'repository-unreadable'
  | 'clone-failed'
  | 'git-missing'
  | 'history-missing'
  | 'input-unreadable'
  | 'input-invalid'
  | 'input-too-large'
  | 'unknown-task'
  | 'unknown-profile'
  | 'unknown-catalog'
  | 'usage'
  | 'output-unwritable'
  | 'empty-requirements'
  | 'state-damaged'
  | 'state-untrusted'
  | 'policy-invalid'
  | 'tool-missing'
  | 'signing-failed'
  | 'fetch-failed'
  | 'interrupted';

/** Where the fault is and what to do about it. `line` counts from 1. */
export type ErrorDetails = {
  readonly path?: string;
  readonly line?: number;
  readonly next?: string;
  readonly cause?: unknown;
};

/**
 * The one error class. `message` says what happened and why it matters; `next` says what to do.
 * The command line maps every code to an exit code (docs/generated/errors.md).
 */
export class PlumblineError extends Error {
  readonly code: ErrorCode;
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly next: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'PlumblineError';
    this.code = code;
    this.path = details.path;
    this.line = details.line;
    this.next = details.next;
  }
}
