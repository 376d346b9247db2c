// SPDX-License-Identifier: Apache-2.0
/** A policy of the gate: the criteria for software security checks (PO.4.1). */
export type GateRule = {
  readonly id: string;
  readonly mode: 'warn' | 'enforce';
  readonly tasks: readonly string[];
  readonly criterion: string;
};
export type GatePolicyRecord = {
  readonly owner: string | null;
  readonly reviewedOn: string | null;
  readonly rules: readonly GateRule[];
};
