// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { PlumblineError } from '@plumbline/core/errors';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';

export type SignedFiles = {
  readonly candidates: readonly SignedCandidate[];
  readonly files: readonly { readonly uri: string; readonly sha256: string }[];
};

/** How signatures are called that lie beside what they are of. */
export const signatureSuffixes = [
  '.sigstore.json',
  '.sigstore',
  '.intoto.jsonl',
  '.intoto.json',
  '.dsse.json',
  '.sig',
  '.sshsig',
] as const;

const bytesMax = 32 * 1024 * 1024;

/** What is signed in the named files; without any, in those that lie beside the artifact. Throws `input-unreadable`. */
export async function readSignedFiles(named: readonly string[] | undefined, artifact: string): Promise<SignedFiles> {
  const paths = named ?? signatureSuffixes.map((suffix) => `${artifact}${suffix}`);
  const candidates: SignedCandidate[] = [];
  const files: { readonly uri: string; readonly sha256: string }[] = [];
  for (const path of paths) {
    const file = await readRegularFile(path, { bytesMax, followLink: true });
    if (file.state === 'missing' && named === undefined) continue;
    if (file.state !== 'read')
      throw new PlumblineError('input-unreadable', `the signed file is ${file.state.replace('-', ' ')}`, { path });
    candidates.push(...readSignedFile(file.bytes, path));
    files.push({ uri: path, sha256: createHash('sha256').update(file.bytes).digest('hex') });
  }
  return { candidates, files };
}
