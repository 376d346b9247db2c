// SPDX-License-Identifier: Apache-2.0
import { posix } from 'node:path';

/**
 * The path in this tree that a link leads to: a relative link from the document `from`, or a URL of the same repository
 * on its forge (`/blob/<ref>/<path>`, `/-/blob/…`, `/src/branch/…`). Null where it leads elsewhere.
 */
export function ownPathOf(url: string, from: string, repositoryUri: string): string | null {
  const target = url.split(/[?#]/u, 1)[0] ?? '';
  if (/^[a-z][a-z0-9+.-]*:/iu.test(target)) return ownBlob(target, repositoryUri);
  if (target === '' || target.startsWith('//')) return null;
  const joined = target.startsWith('/') ? posix.normalize(target.slice(1)) : posix.join(posix.dirname(from), target);
  return joined.startsWith('..') || joined === '.' ? null : decoded(joined);
}

const blob =
  /^https?:\/\/([^/]{1,200})\/(.{1,300}?)(?:\/-)?\/(?:blob|raw|tree|src\/(?:branch|commit|tag))\/([^/]{1,200})\/(.{1,1000})$/iu;

function ownBlob(url: string, repositoryUri: string): string | null {
  const [, host, name, , path] = blob.exec(url) ?? [];
  if (host === undefined || name === undefined || path === undefined) return null;
  const own = repositoryUri.toLowerCase().replace(/\.git$/u, '');
  return own.endsWith(`/${name.toLowerCase()}`) || own.endsWith(`:${name.toLowerCase()}`) ? decoded(path) : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray per cent sign: no path of this tree is meant.
    return null;
  }
}
