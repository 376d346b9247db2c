// SPDX-License-Identifier: Apache-2.0
import { inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { expect, test } from 'vitest';
import { checkCertificateEnvelope } from './check-certificate-envelope.ts';

const bytes = new Uint8Array(1);

test.each([
  ['a key signed, and a certificate is asked for', null, 'form'],
  ['the certificate cannot be read', 'x', 'signature'],
])('%s', (_, certificate, step) => {
  const signatures = [{ keyId: '', signature: bytes, certificate }];
  const check = checkCertificateEnvelope({ payloadType: inTotoPayloadType, payload: bytes, signatures });
  expect(check).toMatchObject({ outcome: 'invalid', steps: [{ step, outcome: 'failed' }] });
});
