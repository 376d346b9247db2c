// SPDX-License-Identifier: Apache-2.0

/** A release that cannot go on, and the exit code that says so; codes are those of plumbline. */
export class StepError extends Error {
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.name = 'StepError';
    this.code = code;
  }
}
