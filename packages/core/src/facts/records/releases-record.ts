// SPDX-License-Identifier: Apache-2.0
export type ReleaseEntry = {
  readonly version: string;
  readonly releasedOn: string;
  readonly supportedUntil: string | null;
  /** What was kept, each by where it is; null when it was not kept (PS.3.1). */
  readonly archive: {
    readonly source: string | null;
    readonly artifacts: string | null;
    readonly sbom: string | null;
    readonly provenance: string | null;
    readonly reports: string | null;
  };
  readonly retainUntil: string | null;
  readonly drills: readonly { readonly on: string; readonly passed: boolean }[];
  readonly scannedOn: string | null;
  /** `sha256:` digests of the artifacts. */
  readonly checksums: readonly string[];
};
export type ReleasesRecord = { readonly releases: readonly ReleaseEntry[] };
