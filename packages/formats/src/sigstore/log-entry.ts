// SPDX-License-Identifier: Apache-2.0

/** An entry of a transparency log as a bundle holds it (protobuf-specs, sigstore_rekor.proto, in JSON). */
export type LogEntry = {
  readonly logIndex: string;
  readonly logId: { readonly keyId: string };
  readonly kindVersion: { readonly kind: string; readonly version: string };
  /** Seconds since 1970, with the log's promise for it; Rekor 2 states no time. */
  readonly integratedTime?: string;
  readonly inclusionPromise?: { readonly signedEntryTimestamp: string };
  readonly inclusionProof: {
    readonly logIndex: string;
    readonly rootHash: string;
    readonly treeSize: string;
    readonly hashes: readonly string[];
    readonly checkpoint: { readonly envelope: string };
  };
  readonly canonicalizedBody: string;
};

export type LogEntryReading =
  | { readonly state: 'read'; readonly entry: LogEntry }
  | { readonly state: 'refused'; readonly because: string };

/** More than any log needs: one for each doubling of its size. */
export const inclusionHashesMax = 64;
