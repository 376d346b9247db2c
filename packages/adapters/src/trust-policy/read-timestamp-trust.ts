// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { TimestampTrust } from '@plumbline/core/verification/trust-policy';
import { readCertificates } from '../platform/certificates/certificate.ts';
import { readTrustedRoot } from './read-trusted-root.ts';

/** Whose timestamps a signer of the policy at `path` has; nothing where the policy names none. Throws `policy-invalid` and `input-unreadable`. */
export async function readTimestampTrust(
  named: string | undefined,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<{ readonly timestamps?: TimestampTrust }> {
  if (named === undefined) return {};
  const timestamps = await readTrustedRoot(named, path);
  const { text } = timestamps;
  if (!text.trimStart().startsWith('{') && readCertificates(text) === null)
    throw new PlumblineError(
      'policy-invalid',
      `signer ${name}: ${named} holds no certificates in PEM that can be read`,
      {
        path,
        next: 'openssl x509 -inform DER -in FILE makes PEM of DER',
      },
    );
  return { timestamps };
}
