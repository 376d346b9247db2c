// SPDX-License-Identifier: Apache-2.0

/**
 * How a program ended. `stdout` is empty when it was handed over in chunks; `stderr` holds its first 8 KiB.
 * `missing`: there is no such program. `killed`: a signal that we did not send.
 */
export type ProgramResult =
  | { readonly end: 'exited'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  | {
      readonly end: 'missing' | 'timed-out' | 'aborted' | 'too-much-output' | 'too-much-memory' | 'killed';
      readonly stderr: string;
    };
