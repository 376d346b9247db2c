// SPDX-License-Identifier: Apache-2.0

/** Whether a tree without a known home was made for GitHub: it has workflows where GitHub alone looks. */
export function usesGitHub(paths: ReadonlySet<string>): boolean {
  return [...paths].some((path) => path.startsWith('.github/workflows/'));
}
