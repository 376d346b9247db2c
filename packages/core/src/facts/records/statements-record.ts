// SPDX-License-Identifier: Apache-2.0
import type { Backing } from './record.ts';

/** A named person's word about a task. `topic` is the id of the check that it speaks to. */
export type StatementEntry = Backing & {
  readonly topic: string;
  readonly text: string;
  readonly by: string;
  readonly role: string | null;
  readonly on: string;
  readonly validUntil: string | null;
  readonly decision: readonly string[];
};
export type StatementsRecord = { readonly statements: readonly StatementEntry[] };
