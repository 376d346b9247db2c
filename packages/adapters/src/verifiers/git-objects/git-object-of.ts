// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { GitObject } from '@plumbline/core/verification/git-object';
import { isoSeconds } from '../../platform/git/iso-seconds.ts';
import { parseHeaders } from '../../platform/git/parse-headers.ts';
import { parsePerson, secondsOf } from '../../platform/git/person.ts';
import type { ReadObject } from '../../platform/git/read-job.ts';
import { checkGitObject } from './check-git-object.ts';
import { claimedKeyOf, parseObjectSignature } from './parse-object-signature.ts';
import { splitSignature } from './split-signature.ts';

/** Larger commits and tags are no work of people. */
export const objectBytesMax: number = 256 * 1024;

/** An object as git handed it over, made ready to be asked about its signature. */
export function gitObjectOf(objectId: string, read: ReadObject): GitObject {
  if (read.state !== 'read') return { state: 'unavailable', objectId, because: because[read.state] };
  const { type } = read;
  if (type !== 'commit' && type !== 'tag') return { state: 'unavailable', objectId, because: `it is a ${type}` };
  const format = objectId.length === 40 ? 'sha1' : 'sha256';
  const bytes = Buffer.from(read.bytes); // a view of what git printed, which does not last
  const { payload, signature, fault } = splitSignature(bytes, type, format);
  const parsed = signature === null ? null : parseObjectSignature(signature);
  const { headers } = parseHeaders(payload);
  const first = (key: string): string => headers.find(([name]) => name === key)?.[1] ?? '';
  const seconds = secondsOf(first(type === 'commit' ? 'committer' : 'tagger'));
  return {
    state: 'read',
    objectId,
    signature: parsed?.format ?? null,
    claimedKey: parsed === null ? null : claimedKeyOf(parsed),
    fault:
      idOf(bytes, type, format) === objectId
        ? fault
        : 'its id is not the hash of what it holds: the repository is damaged',
    statedAt: seconds === null ? null : isoSeconds(seconds),
    author: parsePerson(first('author')).email,
    tagName: type === 'tag' ? first('tag') : null,
    check: async (signer) => {
      if (parsed === null) throw new TypeError('what carries no signature cannot be asked about it');
      return checkGitObject(parsed, signer, payload);
    },
  };
}

const because = {
  missing: 'it is not in this clone',
  unreadable: 'it is corrupted',
  'too-large': `it is larger than ${objectBytesMax / 1024} KiB`,
} as const;

const idOf = (bytes: Buffer, type: string, format: 'sha1' | 'sha256'): string =>
  createHash(format).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
