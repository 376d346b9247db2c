// SPDX-License-Identifier: Apache-2.0

/** The files of a release, as published. */
export type ReleaseArtifacts = {
  readonly release: string;
  readonly artifacts: readonly {
    readonly name: string;
    readonly checksum: boolean;
    readonly signature: boolean;
    readonly signatureVerifies: boolean | null;
    readonly sbom: boolean;
    readonly provenance: boolean;
    readonly provenanceVerifies: boolean | null;
    readonly hardened: boolean | null;
  }[];
  readonly rebuiltIdentically: boolean | null;
};
