// SPDX-License-Identifier: Apache-2.0
import type { RangeVerification } from './range-verification.ts';

/** `plumbline verify --commits --format json`, as docs/generated/schemas/range-verification.schema.json describes it. */
export type RangeDocument = { readonly schemaVersion: '1.0' } & RangeVerification;

/** A verification of commits and tags for programs. */
export const rangeDocument = (verification: RangeVerification): RangeDocument => ({
  schemaVersion: '1.0',
  ...verification,
});
