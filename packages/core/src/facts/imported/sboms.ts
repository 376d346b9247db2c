// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from './import-binding.ts';

/** A minimum element (NTIA 2021, CISA 2025) and how many components lack it. */
export type SbomGap = { readonly element: string; readonly missing: number };

export type Sbom = ImportBinding & {
  readonly format: 'cyclonedx' | 'spdx';
  readonly specVersion: string;
  readonly subject: { readonly name: string; readonly version: string | null; readonly purl: string | null } | null;
  readonly components: readonly {
    readonly purl: string | null;
    readonly name: string;
    readonly version: string | null;
    readonly hashed: boolean;
    readonly supplier: string | null;
  }[];
  readonly gaps: readonly SbomGap[];
};
export type Sboms = { readonly sboms: readonly Sbom[] };
