// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { PlumblineError } from '@plumbline/core/errors';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import type { DetachedTimestamps, SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';

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

/** How a timestamp is called that lies beside what it is over. */
export const timestampSuffix = '.tsr';

const bytesMax = 32 * 1024 * 1024;
const timestampBytesMax = 1024 * 1024;

/**
 * What is signed in the named files; without any, in those that lie beside the artifact. Timestamps that lie beside a signed file or
 * the artifact, or are named too, come with it. Throws `input-unreadable`.
 */
export async function readSignedFiles(named: readonly string[] | undefined, artifact: string): Promise<SignedFiles> {
  const paths = named ?? signatureSuffixes.map((suffix) => `${artifact}${suffix}`);
  const isTimestamp = (path: string): boolean => path.endsWith(timestampSuffix);
  const ofAll = await readTimestamps(paths.filter(isTimestamp), [`${artifact}${timestampSuffix}`]);
  const candidates: SignedCandidate[] = [];
  const files: { readonly uri: string; readonly sha256: string }[] = [];
  for (const path of paths.filter((one) => !isTimestamp(one))) {
    const bytes = await read(path, bytesMax, named === undefined);
    if (bytes === null) continue;
    const replies = [...(await readTimestamps([], [`${path}${timestampSuffix}`])), ...ofAll];
    const timestamps = replies.length === 0 ? {} : { timestamps: { over: bytes, replies } };
    candidates.push(...readSignedFile(bytes, path).map((candidate) => ({ ...candidate, ...timestamps })));
    files.push({ uri: path, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return { candidates, files };
}

async function readTimestamps(
  named: readonly string[],
  ifThere: readonly string[],
): Promise<DetachedTimestamps['replies']> {
  const replies: { readonly file: string; readonly bytes: Uint8Array }[] = [];
  for (const file of new Set([...named, ...ifThere])) {
    const bytes = await read(file, timestampBytesMax, !named.includes(file));
    if (bytes !== null) replies.push({ file, bytes });
  }
  return replies;
}

/** Null where a file that need not be there is not. */
async function read(path: string, most: number, isOptional: boolean): Promise<Buffer | null> {
  const file = await readRegularFile(path, { bytesMax: most, followLink: true });
  if (file.state === 'read') return file.bytes;
  if (file.state === 'missing' && isOptional) return null;
  throw new PlumblineError('input-unreadable', `the signed file is ${file.state.replace('-', ' ')}`, { path });
}
