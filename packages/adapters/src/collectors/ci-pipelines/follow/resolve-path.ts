// SPDX-License-Identifier: Apache-2.0

/** A path relative to `directory` (both within the repository), without `.` and `..`; null where it leaves the root. */
export function resolvePath(directory: string, path: string): string | null {
  const parts: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : directory}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** `directory/name`, and `name` alone at the root. */
export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}
