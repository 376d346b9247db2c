// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from './import-binding.ts';

/** An in-toto Statement (v0.1 or v1), bare or in a DSSE envelope or Sigstore bundle. Signatures are seen, not verified here. */
export type InTotoStatement = ImportBinding & {
  readonly predicateType: string;
  readonly subjects: readonly { readonly name: string; readonly sha256: string | null }[];
  readonly signed: boolean;
  readonly builder: string | null;
  readonly source: { readonly uri: string | null; readonly commit: string | null } | null;
};
export type InTotoStatements = { readonly statements: readonly InTotoStatement[] };
