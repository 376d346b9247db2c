// SPDX-License-Identifier: Apache-2.0
import { posix } from 'node:path';

const foldersMax = 200;

/** The folders in which a file of one of these names lies, each once, in order; `.` is the top. Beyond 200 there is no project. */
export function projectFolders(paths: readonly string[], names: readonly string[]): readonly string[] {
  const found = paths.filter((path) => names.includes(posix.basename(path))).map((path) => posix.dirname(path));
  return [...new Set(found)].slice(0, foldersMax);
}
