// SPDX-License-Identifier: Apache-2.0
/** The decision to take a component in (PW.4.1). */
export type IntakeEntry = {
  readonly component: string;
  readonly decision: 'approved' | 'rejected' | 'conditional';
  readonly by: string;
  readonly on: string;
  readonly because: string;
};
export type ComponentIntakeRecord = { readonly entries: readonly IntakeEntry[] };
