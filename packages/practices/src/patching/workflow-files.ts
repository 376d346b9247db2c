// SPDX-License-Identifier: Apache-2.0
/** The workflow files and local actions of a GitHub or Forgejo repository. */
export function workflowFiles(paths: readonly string[]): readonly string[] {
  return paths.filter(
    (path) => /^\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/.test(path) || /(?:^|\/)action\.ya?ml$/.test(path),
  );
}
