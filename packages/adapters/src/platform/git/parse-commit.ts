// SPDX-License-Identifier: Apache-2.0
import type { SignatureFormat } from '@plumbline/core/facts/git-releases';
import { parseHeaders } from './parse-headers.ts';
import { parsePerson, type Person, secondsOf } from './person.ts';
import { signatureFormat } from './signature-format.ts';

/** What is read of a raw commit object. */
export type RawCommit = {
  readonly parents: number;
  readonly author: Person;
  readonly committer: Person;
  /** Seconds since the epoch; null when the line is broken. */
  readonly committedAt: number | null;
  /** A signature in the object's header; what looks like one in the message is none. */
  readonly signature: SignatureFormat | null;
  readonly message: string;
};

export function parseCommit(bytes: Buffer): RawCommit {
  const { headers, message } = parseHeaders(bytes);
  const first = (key: string): string => headers.find(([name]) => name === key)?.[1] ?? '';
  return {
    parents: headers.filter(([name]) => name === 'parent').length,
    author: parsePerson(first('author')),
    committer: parsePerson(first('committer')),
    committedAt: secondsOf(first('committer')),
    signature: signatureFormat(first('gpgsig') || first('gpgsig-sha256')),
    message,
  };
}
