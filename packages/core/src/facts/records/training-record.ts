// SPDX-License-Identifier: Apache-2.0
/** Completed training (PO.2.2). `person` is an e-mail address or handle as it appears in commits. */
export type TrainingEntry = {
  readonly person: string;
  readonly role: string | null;
  readonly course: string;
  readonly completedOn: string;
  readonly validUntil: string;
};
export type TrainingRecord = { readonly entries: readonly TrainingEntry[] };
