// SPDX-License-Identifier: Apache-2.0
import type { Backing } from './record.ts';

/** A clause and what watches it: a check id, or a statement's topic. */
export type PolicyClause = { readonly id: string; readonly text: string; readonly watchedBy: readonly string[] };
export type PolicyEntry = Backing & {
  readonly id: string;
  readonly title: string;
  readonly covers: 'infrastructure' | 'software' | 'third-party' | 'vulnerability-response' | 'other';
  readonly clauses: readonly PolicyClause[];
};
export type PoliciesRecord = { readonly policies: readonly PolicyEntry[] };
