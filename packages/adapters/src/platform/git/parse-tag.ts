// SPDX-License-Identifier: Apache-2.0
import type { SignatureFormat } from '@plumbline/core/facts/git-releases';
import { parseHeaders } from './parse-headers.ts';
import { secondsOf } from './person.ts';
import { signatureFormat, trailingSignature } from './signature-format.ts';

/** What is read of a raw tag object. */
export type RawTag = {
  readonly target: string;
  readonly targetType: string;
  /** Seconds since the epoch; null when there is no tagger, as in very old tags. */
  readonly taggedAt: number | null;
  readonly signature: SignatureFormat | null;
};

export function parseTag(bytes: Buffer): RawTag {
  const { headers, message } = parseHeaders(bytes);
  const first = (key: string): string => headers.find(([name]) => name === key)?.[1] ?? '';
  return {
    target: first('object'),
    targetType: first('type'),
    taggedAt: secondsOf(first('tagger')),
    signature: trailingSignature(message) ?? signatureFormat(first('gpgsig') || first('gpgsig-sha256')),
  };
}
