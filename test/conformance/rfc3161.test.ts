// SPDX-License-Identifier: Apache-2.0
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkTimestamp } from '@plumbline/adapters/verifiers/timestamp/check-timestamp';
import { timestampAuthorities } from '@plumbline/adapters/verifiers/timestamp/timestamp-authority';
import { expect, test } from 'vitest';
import { corpus } from './corpus.ts';

// Timestamps of a commercial authority (RSA, with the older binding by SHA-1), of Sigstore's staging instance and of servers of
// its own that another client of RFC 3161 is tested with: what they prove, or why they prove nothing.
const folder = new URL('rfc3161/', import.meta.url);
const fileOf = (name: string): Buffer => readFileSync(new URL(name, folder));
const hello = Buffer.from('hello');

const expected: { readonly [name: string]: { readonly over?: Buffer; readonly found: string } } = {
  'identrust/issue-104.tsr': { found: '2025-03-11T08:52:08.000Z' },
  'sigstage/response-invalid-signature.tsr': { found: 'its signature is not good' },
  'sigstage/response-no-embedded-cert.tsr': { found: '2025-06-18T08:13:03.000Z' },
  'sigstage/response-sha256.tsr': { found: '2025-05-09T11:58:56.000Z' },
  'sigstage/response-sha384.tsr': { found: '2025-05-09T11:58:56.000Z' },
  'sigstage/response-sha512.tsr': { found: '2025-05-09T11:58:57.000Z' },
  // Its certificate has expired since, and counted then.
  'sigstore.mock/response-expired.tsr': { over: fileOf('sigstore.mock/payload'), found: '2023-02-01T00:00:01.000Z' },
  'test_tsa/other_response.tsr': {
    found: 'the certificate that signed it does not lead to an authority that is trusted',
  },
  // Certificates that somebody added prove nothing, and take nothing away.
  'test_tsa/response-injected-certs.tsr': { found: '2024-10-08T15:40:33.000Z' },
  'test_tsa/response.tsr': { found: '2024-10-08T15:40:33.000Z' },
};

/** The certificates beside a timestamp; one of them is in DER, whatever its name says. */
function trusted(name: string): ReturnType<typeof timestampAuthorities> {
  const bytes = fileOf(`${name.split('/')[0] ?? ''}/ts_chain.pem`);
  const text = bytes[0] === 0x30 ? new X509Certificate(bytes).toString() : bytes.toString();
  return timestampAuthorities({ from: 'ts_chain.pem', text });
}

const timestamps = corpus('rfc3161').filter(({ name }) => name.endsWith('.tsr'));

test('every timestamp has its verdict', () => {
  expect(timestamps.map(({ name }) => name)).toEqual(Object.keys(expected));
});

test.each(timestamps)('$name', ({ name, bytes }) => {
  const { over = hello, found } = expected[name] ?? { found: '' };
  const checked = checkTimestamp(bytes, over, trusted(name));
  expect(checked.state === 'proved' ? checked.time.instant : checked.because).toBe(found);
  expect(checkTimestamp(bytes, Buffer.from('another'), trusted(name)).state).toBe('refused');
});
