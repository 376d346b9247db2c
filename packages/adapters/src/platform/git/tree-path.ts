// SPDX-License-Identifier: Apache-2.0

export type TreePath =
  | { readonly state: 'fit'; readonly path: string }
  | { readonly state: 'unfit'; readonly shown: string; readonly because: string };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const pathBytesMax = 4096;

/**
 * Reads a path as git stores it, given as one character a byte (`splitRecords`). Names that cannot be shown, joined to a folder or told apart safely are unfit: invalid
 * UTF-8, control characters, absolute paths, empty parts, `.`, `..` and `.git`.
 */
export function treePath(bytes: string): TreePath {
  if (bytes.length > pathBytesMax) return unfit(bytes.slice(0, 200), `its path is over ${pathBytesMax} bytes`);
  let path = bytes;
  // What is ASCII is the same in UTF-8: nearly every path needs no decoder.
  if (!/^[\u0020-\u007E]*$/u.test(bytes)) {
    try {
      path = decoder.decode(Buffer.from(bytes, 'latin1'));
    } catch {
      return unfit(bytes, 'its name is not UTF-8');
    }
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
  if (/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/u.test(path)) return unfit(bytes, 'its name has control characters');
  if (/(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)/iu.test(path)) return unfit(bytes, 'its path could leave the tree');
  return { state: 'fit', path };
}

function unfit(bytes: string, because: string): TreePath {
  const shown = Buffer.from(bytes, 'latin1')
    .toString('utf8')
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be shown
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/gu, '\uFFFD');
  return { state: 'unfit', shown, because };
}
