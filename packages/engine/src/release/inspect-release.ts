// SPDX-License-Identifier: Apache-2.0
import type { ReleasePart } from '@plumbline/core/release/release-manifest';
import type { ReleasedArtifact, ReleasedBinary } from '@plumbline/core/state/release-entry';
import { isProvenance } from '@plumbline/core/verification/is-provenance';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { Statement } from '@plumbline/formats/in-toto/read-statement';
import { judgeSubject } from '../verify/judge-subject.ts';
import { isBillOf } from './is-bill-of.ts';
import { partContent, type PartContent } from './part-content.ts';

export type ReleaseToInspect = {
  /** Full id of the commit that the tag leads to. */
  readonly commit: string;
  readonly parts: readonly ReleasePart[];
  /** The bytes of a file; null: it is larger. */
  readonly read: (name: string, bytesMax: number) => Promise<Uint8Array | null>;
  /** Of a file, in hexadecimal; asked for where a statement names its subjects by it alone. */
  readonly sha512: (name: string) => Promise<string>;
  /** The binaries in a file; null: not all of it could be looked into. */
  readonly binaries: (name: string) => Promise<readonly ReleasedBinary[] | null>;
};

/** Larger files say nothing of others: their readers would need many times their size. */
const bytesMax = 32 * 1024 * 1024;
/** What is delivered is looked into only where its name says that it is about other files. */
const aboutOthers =
  /sha-?(?:256|512)|checksum|\.(?:sigstore(?:\.json)?|intoto\.jsonl?|dsse\.json|sig|asc|sign|sshsig|minisig|p7s)$/iu;

/**
 * What the files of a release say of its artifacts: which lists have their digests, what signs them, which bills of materials and
 * which provenance are of them. Nothing is verified. Lists, signatures and bundles that were gathered as artifacts are about the
 * others, and are not asked for checksums of their own.
 */
export async function inspectRelease(release: ReleaseToInspect): Promise<readonly ReleasedArtifact[]> {
  const contents = await contentsOf(release);
  const delivered = release.parts.filter(
    ({ name, role }) => role === 'artifact' && !contents.some((one) => one.part.name === name && isAbout(one, release)),
  );
  const bySha512 = contents.some(({ statements }) =>
    statements.some(({ statement }) => statement.subjects.some(({ sha256 }) => sha256 === null)),
  );
  const artifacts: ReleasedArtifact[] = [];
  for (const { name, digest } of delivered) {
    const artifact = {
      name,
      sha256: digest.slice('sha256:'.length),
      content: null,
      ...(bySha512 && { sha512: await release.sha512(name) }),
    };
    artifacts.push({ ...relate(artifact, contents, release), binaries: await release.binaries(name) });
  }
  return artifacts;
}

async function contentsOf({ parts, read }: ReleaseToInspect): Promise<readonly PartContent[]> {
  const contents: PartContent[] = [];
  for (const part of parts) {
    if (part.role === 'source' || part.size > bytesMax) continue;
    if (part.role === 'artifact' && !aboutOthers.test(part.name)) continue;
    const bytes = await read(part.name, bytesMax);
    if (bytes !== null) contents.push(partContent(part, bytes));
  }
  return contents;
}

function isAbout(content: PartContent, { parts }: ReleaseToInspect): boolean {
  const { checksums, statements, signedDigests, signatureOf } = content;
  if (checksums !== null || statements.length > 0 || signedDigests.length > 0) return true;
  return signatureOf !== null && parts.some(({ name }) => name === signatureOf);
}

function relate(
  artifact: Artifact,
  contents: readonly PartContent[],
  { commit, parts }: ReleaseToInspect,
): Omit<ReleasedArtifact, 'binaries'> {
  const { name, sha256 } = artifact;
  const listing = contents.filter(({ checksums }) => checksums?.some((line) => line.name === name) === true);
  const right = listing.filter(({ checksums }) =>
    checksums?.some((line) => line.name === name && line.sha256 === sha256),
  );
  const lists = right.map(({ part }) => ({
    name: part.name,
    sha256: part.digest.slice('sha256:'.length),
    content: null,
  }));
  return {
    name,
    sha256,
    checksums: namesOf(right),
    wrongChecksums: namesOf(listing.filter((one) => !right.includes(one))),
    signatures: namesOf(contents.filter((one) => [artifact, ...lists].some((signed) => signs(one, signed)))),
    sboms: namesOf(contents.filter((one) => isBillOf(one, artifact, { commit, parts }))),
    provenance: namesOf(
      contents.filter((one) => one.statements.some(({ statement }) => isProvenanceOf(statement, artifact))),
    ),
  };
}

function signs({ part, statements, signedDigests, signatureOf }: PartContent, signed: Artifact): boolean {
  if (part.name === signed.name) return false;
  if (signatureOf === signed.name || signedDigests.includes(signed.sha256)) return true;
  return statements.some((one) => one.signed && isStatedOf(one.statement, signed));
}

function isProvenanceOf(statement: Statement, artifact: Artifact): boolean {
  return isProvenance(statement.predicateType) && isStatedOf(statement, artifact);
}

const isStatedOf = (statement: Statement, artifact: Artifact): boolean =>
  judgeSubject(statement, artifact).outcome === 'passed';

const namesOf = (contents: readonly PartContent[]): readonly string[] => contents.map(({ part }) => part.name);
