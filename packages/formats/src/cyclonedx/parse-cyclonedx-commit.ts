// SPDX-License-Identifier: Apache-2.0
import { commitId, commitOfProperty, commitOfReference, soleCommit } from '../imports/commit-id.ts';
import type { Problems } from '../imports/problems.ts';
import { at, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

/**
 * The commit that the document is about, from the plainest place to the least plain: pedigree of the subject, its
 * reference to version control, its package URL, properties of the document or the subject, a version that is a commit.
 */
export function cycloneDxCommit(bom: JsonObject, problems: Problems): string | null {
  const subject = at(bom, 'metadata', 'component');
  const places: readonly (readonly (string | null)[])[] = [
    objectsOf(at(subject, 'pedigree', 'commits')).map(({ uid }) => commitId(textOf(uid))),
    [...vcsUrls(at(subject, 'externalReferences')), ...vcsUrls(bom['externalReferences'])].map((url) =>
      commitOfReference(url),
    ),
    [commitOfReference(textOf(at(subject, 'purl')))],
    [bom['properties'], at(bom, 'metadata', 'properties'), at(subject, 'properties')].flatMap((list) =>
      objectsOf(list).map(({ name, value }) => commitOfProperty(textOf(name), textOf(value))),
    ),
    [wholeCommit(textOf(at(subject, 'version')))],
  ];
  for (const named of places) {
    const { commit, several } = soleCommit(named);
    if (commit !== null) return commit;
    if (several) {
      problems.add('CycloneDX metadata.component names several commits; the document is about none of them alone');
      return null;
    }
  }
  return null;
}

function vcsUrls(references: JsonValue | undefined): readonly string[] {
  return objectsOf(references).flatMap(({ type, url }) =>
    type === 'vcs' || type === 'source-distribution' ? (textOf(url) ?? []) : [],
  );
}

const wholeCommit = (version: string | null): string | null =>
  version?.length === 40 || version?.length === 64 ? commitId(version) : null;
