// SPDX-License-Identifier: Apache-2.0
/** An exception is part of the truth and changes no answer. Two names in a file are asserted, not approved. */
export type ExceptionEntry = {
  readonly id: string;
  readonly concerns: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
  readonly expires: string | null;
};
export type ExceptionsRecord = { readonly exceptions: readonly ExceptionEntry[] };
