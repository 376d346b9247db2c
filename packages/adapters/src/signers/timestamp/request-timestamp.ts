// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { PlumblineError } from '@plumbline/core/errors';
import { readTimestamp } from '@plumbline/formats/rfc3161/read-timestamp';
import { renderTimestampRequest } from '@plumbline/formats/rfc3161/render-timestamp-request';
import type { DigestedBytes, Timestamp } from '@plumbline/formats/rfc3161/timestamp';
import { readCertificate } from '../../platform/certificates/certificate.ts';
import { askService, serviceFault } from '../../platform/http/ask-service.ts';
import { isSignedBy, signatureFault } from '../../platform/timestamps/signature-fault.ts';

const service = 'the timestamp authority';
const nonceBytes = 8;

/**
 * Has an authority say that these bytes are there now (RFC 3161 over HTTP), and gives back its answer in DER. It has to be over
 * these bytes, with the nonce of this request, and signed by a certificate for timestamps that came with it. Whether that one is
 * trusted is for those to say who verify. Throws `fetch-failed`, `signing-failed` and `usage`.
 */
export async function requestTimestamp(
  address: string,
  over: DigestedBytes,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const nonce = randomBytes(nonceBytes);
  const { status, body } = await askService({
    service,
    address,
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: renderTimestampRequest(over, nonce),
    signal,
  });
  // Sigstore's authority answers 201.
  if (status !== 200 && status !== 201) throw serviceFault({ address }, `${service} answers ${status}`);
  const read = readTimestamp(body);
  const fault = read.state === 'refused' ? read.because : faultOf(read.timestamp, over, nonce);
  if (fault === null) return body;
  throw new PlumblineError('signing-failed', `${service} gave no timestamp that can be used: ${fault}`, {
    path: address,
    next: 'Name another authority',
  });
}

function faultOf(timestamp: Timestamp, { algorithm, digest }: DigestedBytes, nonce: Buffer): string | null {
  const { imprint } = timestamp;
  if (imprint.algorithm !== algorithm || Buffer.compare(imprint.digest, digest) !== 0)
    return 'it is over other bytes than these';
  if (timestamp.nonce === null || BigInt(`0x${timestamp.nonce}`) !== BigInt(`0x${nonce.toString('hex')}`))
    return 'it does not answer this request, but another one (nonce)';
  const certificates = timestamp.certificates.flatMap((der) => readCertificate(der) ?? []);
  const signer = certificates.find((one) => isSignedBy(timestamp, one));
  return signer === undefined
    ? 'the certificate that signed it did not come with it'
    : signatureFault(timestamp, signer);
}
