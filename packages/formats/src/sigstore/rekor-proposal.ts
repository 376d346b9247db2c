// SPDX-License-Identifier: Apache-2.0
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeBase64 } from '../base64/encode-base64.ts';
import { envelopeToJson } from '../dsse/render-envelope.ts';
import type { BundleContent } from './render-bundle.ts';

/**
 * What a transparency log is asked to publish (Rekor 1, types hashedrekord 0.0.1 and dsse 0.0.1): the signature and what it is over, and
 * the certificate in PEM under which it is good.
 */
export function rekorProposal(content: BundleContent, certificate: string): object {
  const verifier = encodeBase64(Uint8Array.from(certificate, (letter) => letter.charCodeAt(0)));
  if ('envelope' in content) {
    const proposedContent = { envelope: JSON.stringify(envelopeToJson(content.envelope)), verifiers: [verifier] };
    return { apiVersion: '0.0.1', kind: 'dsse', spec: { proposedContent } };
  }
  const signature = { content: encodeBase64(content.signature), publicKey: { content: verifier } };
  const data = { hash: { algorithm: 'sha256', value: bytesToHex(content.sha256) } };
  return { apiVersion: '0.0.1', kind: 'hashedrekord', spec: { data, signature } };
}
