// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import type { ReleaseDocuments } from '@plumbline/core/facts/release-artifacts';
import type { ReleaseEntry } from '@plumbline/core/state/release-entry';
import type { KeptEvidence } from '../../platform/evidence/kept-evidence.ts';

/**
 * The parts of a release that were taken in, found by their digests, under the names that they have there. One that names no commit is
 * of the release's: the manifest names it by its digest, and the commit with it. One that names another commit keeps that.
 */
export function releaseDocuments(
  { parts, artifacts, commit }: ReleaseEntry,
  documents: readonly KeptEvidence[],
): ReleaseDocuments {
  const delivered = new Set(artifacts.map(({ name }) => name));
  const names = new Map(parts.filter(({ name }) => !delivered.has(name)).map(({ digest, name }) => [digest, name]));
  const own = documents.flatMap(({ sha256, evidence }) => {
    const name = names.get(`sha256:${sha256}`);
    return name === undefined ? [] : [{ name, evidence }];
  });
  const bound =
    (file: string) =>
    <T extends ImportBinding>(one: T): T => ({ ...one, file, commit: one.commit ?? commit });
  return {
    scans: own.flatMap(({ name, evidence }) => evidence.scans.map(bound(name))),
    sboms: own.flatMap(({ name, evidence }) => evidence.sboms.map(bound(name))),
    statements: own.flatMap(({ name, evidence }) => evidence.statements.map(bound(name))),
    tests: own.flatMap(({ name, evidence }) => evidence.tests.map(bound(name))),
  };
}
