// SPDX-License-Identifier: Apache-2.0

const gitCommit = /^[0-9a-f]{7,64}$/i;
const afterReference = /[@#]([0-9a-f]{40}|[0-9a-f]{64})(?:[?&][^@#]*)?(?:#[^@#]*)?$/i;

/** Names of properties under which tools and build servers write the commit; compared without case and punctuation. */
const propertyNames: ReadonlySet<string> = new Set([
  'commit',
  'commitid',
  'commitsha',
  'commithash',
  'gitcommit',
  'gitcommitid',
  'gitcommitsha',
  'gitcommithash',
  'gitsha',
  'githash',
  'githead',
  'gitrevision',
  'githubsha',
  'cicommitsha',
  'buildvcsnumber',
  'buildsourceversion',
  'vcscommit',
  'vcsrevision',
  'vcsrefheadrevision',
  'scmrevision',
  'scmcommit',
  'sourcecommit',
  'revision',
  'revisionid',
  'orgopencontainersimagerevision',
  'cdxgitcommit',
  'cdxgitcommitid',
]);

/** A git object id, whole or abbreviated, in lower case; null for anything else, such as a branch. */
export function commitId(text: string | null): string | null {
  return text !== null && gitCommit.test(text) ? text.toLowerCase() : null;
}

/** The commit at the end of a reference such as `git+https://host/repo@<commit>`; null when it names none. */
export function commitOfReference(uri: string | null): string | null {
  if (uri === null || uri.length > 4096) return null;
  return afterReference.exec(uri)?.[1]?.toLowerCase() ?? null;
}

/** The commit of a named property, such as `git.commit` or `GITHUB_SHA`. */
export function commitOfProperty(name: string | null, value: string | null): string | null {
  if (name === null || name.length > 64) return null;
  return propertyNames.has(name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')) ? commitId(value) : null;
}

/** The commit that all agree on; null when none or several are named. */
export function soleCommit(named: readonly (string | null)[]): {
  readonly commit: string | null;
  readonly several: boolean;
} {
  const distinct = [...new Set(named.filter((commit) => commit !== null))];
  return { commit: distinct.length === 1 ? (distinct[0] ?? null) : null, several: distinct.length > 1 };
}

/** The commit of a gitoid (`gitoid:commit:sha1:<id>`), the identifier that SPDX has for objects of git. */
export function commitOfGitoid(uri: string | null): string | null {
  return commitId(/^gitoid:commit:sha(?:1|256):([0-9a-f]{40}|[0-9a-f]{64})$/.exec(uri ?? '')?.[1] ?? null);
}
