// SPDX-License-Identifier: Apache-2.0
import type { ReleasePart } from '@plumbline/core/release/release-manifest';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import { judgeSubject } from '../verify/judge-subject.ts';
import type { PartContent } from './part-content.ts';

/** Predicates that are bills of materials: in-toto's own for SPDX and CycloneDX, with or without a version behind. */
const billPredicates = ['https://spdx.dev/Document', 'https://cyclonedx.org/bom'] as const;

/**
 * Whether a file is a bill of materials of an artifact. One that names digests is of what has them; one without is of the artifact
 * that it is called after, or else of the release as a whole, unless it names another commit.
 */
export function isBillOf(
  { part, bill, statements }: PartContent,
  artifact: Artifact,
  { commit, parts }: { readonly commit: string; readonly parts: readonly ReleasePart[] },
): boolean {
  const attested = statements.filter(({ statement }) =>
    billPredicates.some((type) => statement.predicateType.startsWith(type)),
  );
  if (attested.length > 0)
    return attested.some(({ statement }) => judgeSubject(statement, artifact).outcome === 'passed');
  if (bill === null) return false;
  const digests = bill.hashes.filter(({ algorithm }) => algorithm === 'sha256');
  if (digests.length > 0) return digests.some(({ value }) => value === artifact.sha256);
  if (bill.commit !== null && bill.commit.toLowerCase() !== commit) return false;
  const named = calledAfter(part.name, parts);
  return named === null || named === artifact.name;
}

/** `app.tgz.cdx.json` is called after `app.tgz`; the longest name wins. */
function calledAfter(name: string, parts: readonly ReleasePart[]): string | null {
  const named = parts.filter((part) => part.role === 'artifact' && name.startsWith(`${part.name}.`));
  return named.toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? null;
}
