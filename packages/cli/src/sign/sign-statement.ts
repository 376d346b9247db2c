// SPDX-License-Identifier: Apache-2.0
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { unreadWords } from '@plumbline/adapters/platform/files/unread-words';
import { PlumblineError } from '@plumbline/core/errors';
import { envelopeToJson } from '@plumbline/formats/dsse/render-envelope';
import { readStatement } from '@plumbline/formats/in-toto/read-statement';
import type { SignedOutput } from './run-sign.ts';
import { signEnvelope } from './sign-file.ts';
import type { SignedForm } from './sign-options.ts';
import type { Signing } from './signing.ts';
import { stampFile } from './stamp-signature.ts';

const bytesMax = 16 * 1024 * 1024;

/** Signs a statement byte for byte. One that could not be verified afterwards is refused. Throws `input-invalid`. */
export async function signStatement(
  path: string,
  as: SignedForm,
  { signer, makeBundle, stamp }: Signing,
): Promise<readonly SignedOutput[]> {
  if (as !== 'bundle' && as !== 'envelope')
    throw new PlumblineError('usage', `a statement is signed --as bundle or envelope, not ${as}`);
  const file = await readRegularFile(path, { bytesMax, followLink: true });
  if (file.state !== 'read')
    throw new PlumblineError('input-unreadable', `the statement cannot be read: ${unreadWords[file.state]}`, { path });
  const read = readStatement(file.bytes);
  if (read.state === 'refused') throw new PlumblineError('input-invalid', read.because, { path });
  const envelope = await signEnvelope(file.bytes, signer);
  if (as === 'bundle')
    return [{ beside: path, name: `${path}.sigstore.json`, content: await makeBundle({ envelope }, null) }];
  const text = `${JSON.stringify(envelopeToJson(envelope))}\n`;
  return stampFile({ beside: path, name: `${path}.dsse.json`, content: text }, stamp);
}
