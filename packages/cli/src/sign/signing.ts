// SPDX-License-Identifier: Apache-2.0
import type { Signer } from '@plumbline/core/signing/signer';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { BundleContent } from '@plumbline/formats/sigstore/render-bundle';

/** Has a timestamp authority say that what has this SHA-256 is there now: its answer in DER. */
export type Stamp = (sha256: Uint8Array) => Promise<Uint8Array>;

/**
 * Who signs, and beside it how what was signed becomes a bundle: a key has nothing to add but a hint; without a key, whoever vouches for
 * the signature is asked, and what they say belongs into the bundle and not into the signature.
 */
export type Signing = {
  readonly signer: Signer;
  /** Whether a signature proves something alone: without a key, what proves it has a place in bundles only. */
  readonly standsAlone: boolean;
  /** `artifact`: what the content is a signature of; null for an envelope. */
  readonly makeBundle: (content: BundleContent, artifact: Artifact | null) => Promise<string>;
  /** Null where nobody is asked for the time. */
  readonly stamp: Stamp | null;
};
