// SPDX-License-Identifier: Apache-2.0
import { readSignedData } from '../cms/read-signed-data.ts';
import { integerOf, oidOf, smallIntegerOf, timeOf } from '../der/der-fields.ts';
import { contextTag, type DerValue, derTags } from '../der/der-value.ts';
import { readDer } from '../der/read-der.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { digestOfOid } from './digest-oids.ts';
import { readTimestampSignature } from './read-timestamp-signature.ts';
import { type DigestedBytes, statedTimeType, type Timestamp } from './timestamp.ts';

export type TimestampReading =
  | { readonly state: 'read'; readonly timestamp: Timestamp }
  | { readonly state: 'refused'; readonly because: string };

const bytesMax = 1024 * 1024;
const certificatesMax = 16;

/** Reads the answer of a timestamp authority (RFC 3161 §2.4.2), or the token in it alone. At most 1 MiB. */
export function readTimestamp(bytes: Uint8Array): TimestampReading {
  if (bytes.length > bytesMax) return refused('it is larger than 1 MiB');
  const read = readDer(bytes);
  if (read.state === 'refused') return refused(`it is no DER: ${read.because}`);
  const { value } = read;
  const [first, second] = value.parts;
  if (oidOf(first) !== null) return readToken(value);
  const status = smallIntegerOf(first?.parts[0]);
  if (status === null) return refused('it is no answer of a timestamp authority');
  // 0 is granted, 1 is granted with changes, which are compared like everything else.
  if (status > 1) return refused(`the authority refused it (status ${status}${words(first)})`);
  return second === undefined ? refused('the authority granted it and sent no timestamp') : readToken(second);
}

/** What a PKIStatusInfo says in words. */
function words(status: DerValue | undefined): string {
  const texts = (status?.parts[1]?.parts ?? []).filter(({ tag }) => tag === derTags.utf8String);
  const text = texts.map(({ content }) => decodeUtf8(content.subarray(0, 200))).join('; ');
  return text === '' ? '' : `: ${text}`;
}

/** Signed data whose content is a TSTInfo. */
function readToken(token: DerValue): TimestampReading {
  const data = readSignedData(token);
  if (data === null) return refused('it is no signed data');
  const { contentType, content, signer, certificates } = data;
  const octets = content?.parts[0];
  if (contentType !== statedTimeType || octets?.tag !== derTags.octetString)
    return refused('what is signed is no time');
  if (signer === null) return refused('it is not signed by exactly one authority');
  const signature = readTimestampSignature(signer, octets.content);
  if (typeof signature === 'string') return refused(signature);
  if (certificates.length > certificatesMax) return refused(`more than ${certificatesMax} certificates came with it`);
  const stated = readStatedTime(octets.content);
  if (stated === null) return refused('the time that is signed cannot be read, or it is over no digest of SHA-2');
  return {
    state: 'read',
    timestamp: { ...stated, certificates: certificates.map(({ whole }) => whole), signature },
  };
}

/** TSTInfo (RFC 3161 §2.4.2): version, policy, imprint, serial number, time, and then what is optional. */
function readStatedTime(bytes: Uint8Array): Pick<Timestamp, 'instant' | 'accuracyMs' | 'imprint' | 'nonce'> | null {
  const read = readDer(bytes);
  if (read.state === 'refused' || read.value.tag !== derTags.sequence) return null;
  const [version, , imprint, , time, ...optional] = read.value.parts;
  const instant = timeOf(time);
  const over = imprintOf(imprint);
  if (smallIntegerOf(version) !== 1 || instant === null || over === null) return null;
  const nonce = optional.find(({ tag }) => tag === derTags.integer);
  const accuracyMs = accuracyOf(optional.find(({ tag }) => tag === derTags.sequence));
  if (accuracyMs === null || (nonce !== undefined && integerOf(nonce) === null)) return null;
  // An extension that is critical may change what the rest means, and none is known here.
  const extensions = optional.find(({ tag }) => tag === contextTag(1, 'constructed'))?.parts ?? [];
  if (extensions.some(({ parts }) => parts[1]?.tag === derTags.boolean)) return null;
  return { instant, accuracyMs, imprint: over, nonce: integerOf(nonce) };
}

function imprintOf(value: DerValue | undefined): DigestedBytes | null {
  const algorithm = digestOfOid(oidOf(value?.parts[0]?.parts[0]));
  const digest = value?.parts[1];
  return algorithm === null || digest?.tag !== derTags.octetString ? null : { algorithm, digest: digest.content };
}

/** Seconds, and in context tags 0 and 1 thousandths and millionths of them; rounded up. */
function accuracyOf(value: DerValue | undefined): number | null {
  let micros = 0;
  for (const part of value?.parts ?? []) {
    const unit = accuracyUnits[part.tag];
    const amount = smallIntegerOf({ ...part, tag: derTags.integer });
    if (unit === undefined || amount === null) return null;
    micros += amount * unit;
  }
  return Math.ceil(micros / 1000);
}

const accuracyUnits: { readonly [tag: number]: number } = {
  [derTags.integer]: 1_000_000,
  [contextTag(0, 'primitive')]: 1000,
  [contextTag(1, 'primitive')]: 1,
};

const refused = (because: string): TimestampReading => ({ state: 'refused', because });
