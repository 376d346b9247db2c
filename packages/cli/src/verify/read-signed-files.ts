// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readRegularFile, type RegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
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
  '.asc',
  '.gpg',
  '.sign',
] as const;

/** How a timestamp is called that lies beside what it is over. */
export const timestampSuffix = '.tsr';

const bytesMax = 32 * 1024 * 1024;
const timestampBytesMax = 1024 * 1024;

/**
 * What is signed in the named files; without any, in those that lie beside the artifact. Timestamps that lie beside a signed file or
 * the artifact, or are named too, come with it. What lies there by its name and cannot be read, an encrypted copy of a large artifact
 * say, takes nothing away from the others. Throws `input-unreadable` for named files.
 */
export async function readSignedFiles(named: readonly string[] | undefined, artifact: string): Promise<SignedFiles> {
  const paths = named ?? signatureSuffixes.map((suffix) => `${artifact}${suffix}`);
  const isTimestamp = (path: string): boolean => path.endsWith(timestampSuffix);
  const ofAll = await readTimestamps(paths.filter(isTimestamp), [`${artifact}${timestampSuffix}`]);
  const candidates: SignedCandidate[] = [];
  const files: { readonly uri: string; readonly sha256: string }[] = [];
  for (const path of paths.filter((one) => !isTimestamp(one))) {
    const file = await readRegularFile(path, { bytesMax, followLink: true });
    if (file.state !== 'read') {
      if (named !== undefined) throw notRead(file, path);
      if (file.state !== 'missing') candidates.push({ kind: 'unusable', because: stateOf(file), file: path, place: 1 });
      continue;
    }
    const { bytes } = file;
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
    const read = await readRegularFile(file, { bytesMax: timestampBytesMax, followLink: true });
    if (read.state === 'read') replies.push({ file, bytes: read.bytes });
    else if (read.state !== 'missing' || named.includes(file)) throw notRead(read, file);
  }
  return replies;
}

type NotRead = Exclude<RegularFile, { readonly state: 'read' }>;

const stateOf = ({ state }: NotRead): string => `the signed file is ${state.replace('-', ' ')}`;

const notRead = (file: NotRead, path: string): PlumblineError =>
  new PlumblineError('input-unreadable', stateOf(file), { path });
