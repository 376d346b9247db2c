// SPDX-License-Identifier: Apache-2.0
/** PO.5.1: build, test and production apart in network, identities and secrets. */
export type EnvironmentEntry = {
  readonly name: string;
  readonly kind: 'development' | 'build' | 'test' | 'production';
  readonly network: string;
  readonly identities: string;
  readonly secrets: string;
};
export type EnvironmentsRecord = {
  readonly owner: string | null;
  readonly reviewedOn: string | null;
  readonly environments: readonly EnvironmentEntry[];
};
