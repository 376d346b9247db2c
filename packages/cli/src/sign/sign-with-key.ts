// SPDX-License-Identifier: Apache-2.0
import type { Signer } from '@plumbline/core/signing/signer';
import { renderBundle } from '@plumbline/formats/sigstore/render-bundle';
import type { Signing, Stamp } from './signing.ts';
import { stampSignature } from './stamp-signature.ts';

/** Signing with a key that somebody keeps: its bundles hold a hint at it and, where asked for, a timestamp over the signature. */
export function signWithKey(signer: Signer, stamp: Stamp | null): Signing {
  return {
    signer,
    standsAlone: true,
    stamp,
    makeBundle: async (content) =>
      renderBundle(content, { signer: { keyHint: signer.keyId }, timestamps: await stampSignature(content, stamp) }),
  };
}
