// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { LogEntry, LogEntryReading } from '@plumbline/formats/sigstore/log-entry';
import { readRekor2Entry } from '@plumbline/formats/sigstore/read-rekor2-entry';
import { readRekorEntry } from '@plumbline/formats/sigstore/read-rekor-entry';
import { rekor2Proposal } from '@plumbline/formats/sigstore/rekor2-proposal';
import { rekorProposal } from '@plumbline/formats/sigstore/rekor-proposal';
import type { BundleContent } from '@plumbline/formats/sigstore/render-bundle';
import type { Certificate } from '../../platform/certificates/certificate.ts';
import { askService, serviceFault } from '../../platform/http/ask-service.ts';
import { wordsOf } from './words-of.ts';

/** A transparency log, and which version of Rekor answers there. */
export type RekorLog = { readonly address: string; readonly version: '1' | '2' };

type Protocol = {
  readonly path: string;
  readonly propose: (content: BundleContent, certificate: Certificate) => object;
  readonly read: (answer: Uint8Array) => LogEntryReading;
};

const protocols: { readonly [V in RekorLog['version']]: Protocol } = {
  '1': {
    path: '/api/v1/log/entries',
    propose: (content, { x509 }) => rekorProposal(content, x509.toString()),
    read: readRekorEntry,
  },
  '2': {
    path: '/api/v2/log/entries',
    propose: (content, { x509 }) => rekor2Proposal(content, x509.raw),
    read: readRekor2Entry,
  },
};

const service = 'the transparency log';

/**
 * Has a transparency log publish a signature with its certificate, and gives back the entry with its proofs. What is published
 * stays. Throws `fetch-failed`, and `signing-failed` where the log took it too late for the certificate.
 */
export async function publishSignature(
  log: RekorLog,
  content: BundleContent,
  certificate: Certificate,
  signal?: AbortSignal,
): Promise<LogEntry> {
  const { path, propose, read } = protocols[log.version];
  const address = `${log.address.replace(/\/+$/u, '')}${path}`;
  const { status, body } = await askService({
    service,
    address,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(propose(content, certificate)),
    signal,
  });
  if (status !== 201) throw serviceFault({ address }, `${service} answers ${status}${wordsOf(body, '')}`);
  const answer = read(body);
  if (answer.state === 'refused') throw serviceFault({ address }, `${service} cannot be used: ${answer.because}`);
  assertInTime(answer.entry, certificate, address);
  return answer.entry;
}

function assertInTime({ integratedTime }: LogEntry, { fields }: Certificate, path: string): void {
  if (integratedTime === undefined) return;
  const loggedAt = new Date(Number(integratedTime) * 1000).toISOString();
  if (loggedAt >= fields.notBefore && loggedAt <= fields.notAfter) return;
  throw new PlumblineError(
    'signing-failed',
    `the log took the signature at ${loggedAt}, and its certificate counts from ${fields.notBefore} to ${fields.notAfter}`,
    { path, next: 'Sign fewer files at once; check the clocks of the services' },
  );
}
