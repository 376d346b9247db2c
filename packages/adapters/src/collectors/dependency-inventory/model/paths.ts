// SPDX-License-Identifier: Apache-2.0
import type { FileChoice } from '../../../platform/paths/file-choice.ts';

/** Directory of a path; `''` is the root. */
export function directoryOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? '' : path.slice(0, at);
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** The directory as seen from an ancestor; null when it is not below (or equal). */
export function relativeTo(ancestor: string, directory: string): string | null {
  if (ancestor === directory) return '';
  if (ancestor === '') return directory;
  return directory.startsWith(`${ancestor}/`) ? directory.slice(ancestor.length + 1) : null;
}

/** The directory itself, its parent, and so on up to the root `''`. */
export function* upwardFrom(directory: string): Generator<string> {
  for (let at = directory; ; at = directoryOf(at)) {
    yield at;
    if (at === '') return;
  }
}

/** Resolves `./x`, `../y` and doubled slashes against a directory; null when it leaves the tree. */
export function resolvePath(directory: string, relative: string): string | null {
  const segments = directory === '' ? [] : directory.split('/');
  for (const segment of relative.split('/', 100)) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

/** Files by name alone. */
export function named(...names: readonly string[]): FileChoice {
  return { names };
}
