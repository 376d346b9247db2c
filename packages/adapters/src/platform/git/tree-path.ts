// SPDX-License-Identifier: Apache-2.0

export type TreePath =
  | { readonly state: 'fit'; readonly path: string }
  | { readonly state: 'unfit'; readonly shown: string; readonly because: string };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const pathBytesMax = 4096;

/**
 * Reads a path as git stores it. Names that cannot be shown, joined to a folder or told apart safely are unfit: invalid
 * UTF-8, control characters, absolute paths, empty parts, `.`, `..` and `.git`.
 */
export function treePath(bytes: Uint8Array): TreePath {
  if (bytes.length > pathBytesMax) return unfit(bytes.subarray(0, 200), `its path is over ${pathBytesMax} bytes`);
  let path: string;
  try {
    path = decoder.decode(bytes);
  } catch {
    return unfit(bytes, 'its name is not UTF-8');
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
  if (/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/u.test(path)) return unfit(bytes, 'its name has control characters');
  if (/(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)/iu.test(path)) return unfit(bytes, 'its path could leave the tree');
  return { state: 'fit', path };
}

function unfit(bytes: Uint8Array, because: string): TreePath {
  const shown = Buffer.from(bytes)
    .toString('utf8')
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be shown
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/gu, '\uFFFD');
  return { state: 'unfit', shown, because };
}
