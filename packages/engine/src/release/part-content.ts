// SPDX-License-Identifier: Apache-2.0
import type { ReleasePart } from '@plumbline/core/release/release-manifest';
import type { BillSubject } from '@plumbline/core/sbom/bill-of-materials';
import { type ListedChecksum, parseChecksumList } from '@plumbline/formats/checksums/parse-checksum-list';
import { decodeBase64 } from '@plumbline/formats/base64/decode-base64';
import { readStatement, type Statement } from '@plumbline/formats/in-toto/read-statement';
import { at, textOf } from '@plumbline/formats/json/json-fields';
import { readBillSubject } from '@plumbline/formats/sbom/read-bill-subject';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { statementOf } from '../verify/statement-of.ts';

/** What a file of a release says of the others. */
export type PartContent = {
  readonly part: ReleasePart;
  /** Null: it is no list of checksums. */
  readonly checksums: readonly ListedChecksum[] | null;
  /** What it states; `signed`: in an envelope with a signature. */
  readonly statements: readonly { readonly statement: Statement; readonly signed: boolean }[];
  /** SHA-256 in hexadecimal of contents that bundles sign. */
  readonly signedDigests: readonly string[];
  /** The name of what it is a signature of, where only its own name says so. */
  readonly signatureOf: string | null;
  /** What it is a bill of materials of; null: it is none. */
  readonly bill: BillSubject | null;
};

/** How signatures without a container are called: after what they are of. */
const signatureName = /^(.{1,240})\.(?:sig|asc|sign|sshsig|minisig|p7s)$/u;
const signatureBytesMax = 64 * 1024;

const nothing: Omit<PartContent, 'part'> = {
  checksums: null,
  statements: [],
  signedDigests: [],
  signatureOf: null,
  bill: null,
};

/** Reads a file of a release once, for all that it may say. Nothing is verified. */
export function partContent(part: ReleasePart, bytes: Uint8Array): PartContent {
  const bill = part.role === 'sbom' ? readBillSubject(bytes) : null;
  // A bill is nothing else beside, and may be large.
  if (bill?.state === 'parsed') return { ...nothing, part, bill: bill.found[0] ?? null };
  const candidates = readSignedFile(bytes, part.name);
  const contained = candidates.filter(({ kind }) => kind === 'bundle' || kind === 'envelope');
  return {
    part,
    checksums: parseChecksumList(bytes, part.name),
    statements: contained.length > 0 ? contained.flatMap(stated) : bareStatement(bytes),
    signedDigests: contained.flatMap(signedDigest),
    signatureOf: contained.length > 0 ? null : namedAfter(part.name, bytes),
    bill: null,
  };
}

function stated(candidate: SignedCandidate): PartContent['statements'] {
  const statement = statementOf(candidate);
  return statement === null || typeof statement === 'string' ? [] : [{ statement, signed: true }];
}

function bareStatement(bytes: Uint8Array): PartContent['statements'] {
  const read = readStatement(bytes);
  return read.state === 'refused' ? [] : [{ statement: read.statement, signed: false }];
}

function signedDigest(candidate: SignedCandidate): readonly string[] {
  if (candidate.kind !== 'bundle' || candidate.envelope !== null) return [];
  const message = at(candidate.bundle, 'messageSignature', 'messageDigest');
  const digest = decodeBase64(textOf(at(message, 'digest')) ?? '');
  if (textOf(at(message, 'algorithm')) !== 'SHA2_256' || digest?.length !== 32) return [];
  return [Buffer.from(digest).toString('hex')];
}

function namedAfter(name: string, bytes: Uint8Array): string | null {
  if (bytes.length === 0 || bytes.length > signatureBytesMax) return null;
  return signatureName.exec(name)?.[1] ?? null;
}
