// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../base64/decode-base64.ts';
import { parseEnvelope } from '../dsse/parse-envelope.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { at, isObject, listOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { parseStrictJson } from '../json/parse-json.ts';
import type { ParsedOpenPgpSignature } from '../openpgp/parsed-signature.ts';
import { readDetachedSignatures } from '../openpgp/read-detached-signatures.ts';
import { otherBase64 } from './other-base64.ts';
import { parseSshSignature } from '../ssh-signature/parse-ssh-signature.ts';
import type { CandidateContent, SignedCandidate } from './signed-candidate.ts';

const candidatesMax = 1000;
const linesMax = 10_000;
const nestingMax = 6;
const rawSignatureBytesMax = 1024;
/** How registries, forges and build services wrap bundles and envelopes. */
const wrappers = ['attestations', 'attestation', 'bundle', 'provenance_summary', 'provenance', 'envelope'];

/**
 * Everything in a file that may prove something: Sigstore bundles and DSSE envelopes, alone, as JSON lines or in the lists that
 * registries and forges serve; an armored SSH signature; signatures of OpenPGP; else the bytes of a plain signature. What cannot be
 * used is there with its reason, so that it is never passed over in silence.
 */
export function readSignedFile(bytes: Uint8Array, file: string): readonly SignedCandidate[] {
  const contents = contentsOf(bytes).slice(0, candidatesMax);
  const found = contents.length === 0 ? [unusable('neither a signature, an envelope nor a bundle')] : contents;
  // The compiler cannot follow the spread of a union; content and place are all that a candidate has.
  return found.map((content, index) => ({ ...content, file, place: index + 1 }) as SignedCandidate);
}

function contentsOf(bytes: Uint8Array): readonly CandidateContent[] {
  const start = decodeUtf8(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith('-----BEGIN SSH SIGNATURE-----')) return [sshSignature(bytes)];
  if (!(start.startsWith('{') || start.startsWith('[')) || isDrawn(bytes))
    return readDetachedSignatures(bytes)?.map(openPgpSignature) ?? rawSignature(bytes);
  const whole = parseStrictJson(bytes);
  if (whole.state === 'parsed') return whole.values.flatMap((value) => candidatesIn(value, 0));
  const lines = linesOf(bytes);
  if (lines.length < 2) return [unusable(`line ${whole.fault.line}: ${whole.fault.because}`)];
  if (lines.length > linesMax) return [unusable(`more than ${linesMax} lines`)];
  if (!lines.every(startsObject)) return [unusable(`line ${whole.fault.line}: ${whole.fault.because}`)];
  return lines.flatMap((line) => contentOfLine(line));
}

/** The bytes of a signature may begin as JSON does, by chance; they are no text. */
const isDrawn = (bytes: Uint8Array): boolean =>
  bytes.length <= rawSignatureBytesMax && decodeUtf8(bytes).includes('\uFFFD');

const startsObject = (line: Uint8Array): boolean => line.find((byte) => byte > 0x20) === 0x7b;

function contentOfLine(line: Uint8Array): readonly CandidateContent[] {
  const parsed = parseStrictJson(line);
  return parsed.state === 'failed'
    ? [unusable(parsed.fault.because)]
    : parsed.values.flatMap((value) => candidatesIn(value, 0));
}

/** Lines that are not empty, and at most one more than are read. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length && lines.length <= linesMax;) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end);
    if (line.some((byte) => byte > 0x20)) lines.push(line);
    from = end === -1 ? bytes.length : end + 1;
  }
  return lines;
}

function candidatesIn(value: JsonValue, nesting: number): readonly CandidateContent[] {
  if (nesting > nestingMax) return [];
  if (Array.isArray(value)) return listOf(value).flatMap((entry) => candidatesIn(entry, nesting + 1));
  if (!isObject(value)) return [];
  if (value['verificationMaterial'] !== undefined) return [bundleOf(value)];
  if (value['payloadType'] !== undefined) return [envelopeOf(value)];
  return wrappers.flatMap((name) => {
    const held = value[name];
    return held === undefined ? [] : candidatesIn(held, nesting + 1);
  });
}

function bundleOf(bundle: JsonObject): CandidateContent {
  const other = otherBase64(bundle);
  if (other !== null) return unusable(`${other} is not canonical base64`);
  const held = bundle['dsseEnvelope'];
  if (held === undefined) {
    const signature = textOf(at(bundle, 'messageSignature', 'signature'));
    if (signature === null) return unusable('the bundle holds neither an envelope nor a signature');
    return { kind: 'bundle', bundle, envelope: null };
  }
  if (bundle['messageSignature'] !== undefined) return unusable('the bundle holds both an envelope and a signature');
  if (!isObject(held)) return unusable('dsseEnvelope is no object');
  const parsed = parseEnvelope(held);
  return parsed.state === 'failed' ? unusable(parsed.because) : { kind: 'bundle', bundle, envelope: parsed.envelope };
}

function envelopeOf(value: JsonObject): CandidateContent {
  const parsed = parseEnvelope(value);
  return parsed.state === 'failed' ? unusable(parsed.because) : { kind: 'envelope', envelope: parsed.envelope };
}

function sshSignature(bytes: Uint8Array): CandidateContent {
  const parsed = parseSshSignature(decodeUtf8(bytes));
  return parsed.state === 'failed' ? unusable(parsed.because) : { kind: 'ssh-signature', signature: parsed.signature };
}

function openPgpSignature(parsed: ParsedOpenPgpSignature): CandidateContent {
  return parsed.state === 'failed' ? unusable(parsed.because) : { kind: 'openpgp-signature', parsed };
}

/** Signatures without a container are written as bytes, or in base64 as cosign does. */
function rawSignature(bytes: Uint8Array): readonly CandidateContent[] {
  if (bytes.length === 0 || bytes.length > rawSignatureBytesMax) return [];
  const text = decodeUtf8(bytes).trim();
  const decoded = /^[A-Za-z0-9+/]{40,}={0,2}$/u.test(text) ? decodeBase64(text) : null;
  return [{ kind: 'raw-signature', signature: decoded ?? bytes }];
}

const unusable = (because: string): CandidateContent => ({ kind: 'unusable', because });
