// SPDX-License-Identifier: Apache-2.0
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { PlumblineError } from '@plumbline/core/errors';
import type { Signer } from '@plumbline/core/signing/signer';
import { type DsseEnvelope, inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { envelopeToJson } from '@plumbline/formats/dsse/render-envelope';
import { renderStatement } from '@plumbline/formats/in-toto/render-statement';
import { openArtifact } from '../verify/open-artifact.ts';
import type { SignedOutput } from './run-sign.ts';
import type { SignedForm } from './sign-options.ts';
import type { Signing } from './signing.ts';
import { stampFile } from './stamp-signature.ts';

/** What is stated of a file that is signed and of which nothing else is stated: who keeps the key, and how. */
export const signatureType = 'urn:plumbline:signature:v1';

/** Signs one file: its content (`bundle`, `detached`), or a statement with its digest (`envelope`). */
export async function signFile(path: string, as: SignedForm, signing: Signing): Promise<readonly SignedOutput[]> {
  const { signer, makeBundle, stamp } = signing;
  const { artifact, close } = await openArtifact(path);
  try {
    const { name, sha256, content } = artifact;
    if (as === 'envelope') {
      const payload = renderStatement([{ name, sha256 }], signatureType, { custody: signer.custody });
      const envelope = await signEnvelope(payload, signer);
      const text = `${JSON.stringify(envelopeToJson(envelope))}\n`;
      return stampFile({ beside: path, name: `${path}.dsse.json`, content: text }, stamp);
    }
    if (content === null)
      throw new PlumblineError('usage', `${path} is a digest: only --as envelope signs without the content`);
    const signature = await signer.sign(content);
    if (as === 'detached') return stampFile({ beside: path, name: `${path}.sig`, content: signature }, stamp);
    const bundle = await makeBundle({ signature, sha256: Buffer.from(sha256, 'hex') }, artifact);
    return [{ beside: path, name: `${path}.sigstore.json`, content: bundle }];
  } finally {
    await close();
  }
}

/** A statement in a signed envelope. */
export async function signEnvelope(payload: Uint8Array, { keyId, sign }: Signer): Promise<DsseEnvelope> {
  const message = preAuthenticationEncoding(inTotoPayloadType, payload);
  const signature = await sign(messageOf(message));
  return { payloadType: inTotoPayloadType, payload, signatures: [{ keyId, signature, certificate: null }] };
}
