// SPDX-License-Identifier: Apache-2.0
export type RiskEntry = {
  readonly id: string;
  readonly title: string;
  readonly decision: 'mitigate' | 'accept' | 'transfer' | 'avoid' | 'undecided';
  readonly owner: string | null;
  readonly reviewOn: string | null;
};
export type RisksRecord = { readonly risks: readonly RiskEntry[] };
