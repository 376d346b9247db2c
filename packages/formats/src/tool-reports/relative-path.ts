// SPDX-License-Identifier: Apache-2.0

const lengthMax = 4096;

/**
 * A path of a report relative to the root of what was scanned, with `/`; null when it leads out of it or is none. A leading
 * `/`, a drive letter, `file://` and `./` are taken off: tools write where their own checkout lay, which `besideRoot` narrows
 * later. Control characters never stay.
 */
export function relativePath(path: string | null | undefined): string | null {
  if (path === null || path === undefined || path.length > lengthMax) return null;
  const plain = path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^file:\/{2,3}/i, '/')
    .replace(/^\/?[A-Za-z]:\//, '/');
  const segments: string[] = [];
  for (const segment of plain.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  const joined = segments.join('/').toWellFormed();

  return joined === '' || /[\u0000-\u001f\u007f]/.test(joined) ? null : joined;
}
