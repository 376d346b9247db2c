// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from './import-binding.ts';

/**
 * A minimum element that is missing, and how many components lack it (1 for an element of the whole document). NTIA 2021:
 * supplier, component name, version, unique identifier, dependency relationship, author, timestamp. CISA 2025 adds:
 * component hash, license, tool name, generation context. What nothing lacks is not listed.
 */
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
