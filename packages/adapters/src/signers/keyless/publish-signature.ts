// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { type LogEntry, readRekorEntry } from '@plumbline/formats/sigstore/read-rekor-entry';
import { rekorProposal } from '@plumbline/formats/sigstore/rekor-proposal';
import type { BundleContent } from '@plumbline/formats/sigstore/render-bundle';
import type { Certificate } from '../../platform/certificates/certificate.ts';
import { askService, serviceFault } from '../../platform/http/ask-service.ts';
import { wordsOf } from './words-of.ts';

const service = 'the transparency log';

/**
 * Has a transparency log (Rekor, API v1) publish a signature with its certificate, and gives back the entry with its proofs. What is
 * published stays. Throws `fetch-failed`, and `signing-failed` where the log took it too late for the certificate.
 */
export async function publishSignature(
  rekor: string,
  content: BundleContent,
  { x509, fields }: Certificate,
): Promise<LogEntry> {
  const address = `${rekor.replace(/\/+$/u, '')}/api/v1/log/entries`;
  const { status, body } = await askService({
    service,
    address,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(rekorProposal(content, x509.toString())),
  });
  if (status !== 201) throw serviceFault({ address }, `${service} answers ${status}${wordsOf(body, '')}`);
  const read = readRekorEntry(body);
  if (read.state === 'refused') throw serviceFault({ address }, `${service} cannot be used: ${read.because}`);
  const loggedAt = new Date(Number(read.entry.integratedTime) * 1000).toISOString();
  if (loggedAt < fields.notBefore.slice(0, 19) || loggedAt > fields.notAfter)
    throw new PlumblineError(
      'signing-failed',
      `the log took the signature at ${loggedAt}, and its certificate counts from ${fields.notBefore} to ${fields.notAfter}`,
      { path: address, next: 'Sign fewer files at once; check the clocks of the services' },
    );
  return read.entry;
}
