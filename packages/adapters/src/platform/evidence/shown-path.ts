// SPDX-License-Identifier: Apache-2.0
import { basename, isAbsolute, normalize, sep } from 'node:path';

/**
 * How evidence names the file that it came from: the path as passed when it is below the working folder, else the file's
 * name alone. Where it lay on whose machine is nobody's business, and would make the same evidence differ.
 */
export function shownPath(path: string): string {
  const normal = normalize(path);
  const outside = isAbsolute(normal) || normal === '..' || normal.startsWith(`..${sep}`);
  return (outside ? basename(normal) : normal).replaceAll(sep, '/').toWellFormed();
}
