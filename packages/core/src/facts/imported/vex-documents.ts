// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from './import-binding.ts';

export type VexStatement = {
  readonly vulnerability: string;
  readonly status: 'not_affected' | 'affected' | 'fixed' | 'under_investigation';
  readonly products: readonly string[];
  /** Other names that the document gives to its products: package URLs beside an id, digests of files (`sha256:…`). */
  readonly alsoNamed?: readonly string[];
  readonly justification: string | null;
  /** Why it is not affected, or what to do where it is, in the document's own words. */
  readonly detail?: string;
};
export type VexDocument = ImportBinding & {
  readonly format: 'openvex' | 'cyclonedx' | 'csaf';
  readonly author: string | null;
  readonly statements: readonly VexStatement[];
};
export type VexDocuments = { readonly documents: readonly VexDocument[] };
