// SPDX-License-Identifier: Apache-2.0
import type { OpenPgpSigner } from '@plumbline/core/verification/trust-policy';
import { readCertificates } from '@plumbline/formats/openpgp/read-certificates';
import { periodOf } from './period-of.ts';
import { policyFault } from './policy-fault.ts';
import { readTimestampTrust } from './read-timestamp-trust.ts';
import { textOrFile } from './text-or-file.ts';
import type { SignerEntry } from './trust-policy-file.ts';

/** A signer with keys of OpenPGP. Throws `policy-invalid` and `input-unreadable`. */
export async function readOpenPgpSigner(
  entry: NonNullable<SignerEntry['openpgp']>,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<OpenPgpSigner> {
  const keys = await textOrFile(entry.keys, entry.file, { name, path });
  const read = readCertificates(keys);
  if (read.state === 'failed') throw policyFault(path, `signer ${name}: ${read.because}`);
  const fingerprints = entry.fingerprints.map((fingerprint) => fingerprint.toLowerCase());
  const known = new Set(read.certificates.map(({ primary: { key } }) => key.fingerprint));
  const missing = fingerprints.find((fingerprint) => !known.has(fingerprint));
  if (missing !== undefined) throw policyFault(path, `signer ${name}: no key there has the fingerprint ${missing}`);
  const timestamps = await readTimestampTrust(entry.timestamps, { name, path });
  return { kind: 'openpgp', name, keys, fingerprints, period: periodOf(entry), ...timestamps };
}
