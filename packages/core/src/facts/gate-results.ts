// SPDX-License-Identifier: Apache-2.0

/** Kept results of the gate, one for each commit or release of the window. */
export type GateResults = {
  readonly expected: number;
  readonly kept: number;
  readonly verified: number;
  readonly broken: readonly string[];
  readonly provedOn: string | null;
};
