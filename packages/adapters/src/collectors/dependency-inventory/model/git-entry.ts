// SPDX-License-Identifier: Apache-2.0
import type { LockEntry } from './lockfile-reader.ts';

const forges: readonly (readonly [host: string, type: string])[] = [
  ['github.com', 'github'],
  ['bitbucket.org', 'bitbucket'],
];

/** A component taken from a git repository. A full commit id is a digest of the content; a branch or tag is none. */
export function gitEntry(name: string, address: string, commit: string | null): LockEntry {
  const hashed = commit !== null && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u.test(commit);
  const { type, path } = placeOf(address);
  return { name: path ?? name, version: commit, hashed, type };
}

function placeOf(address: string): { readonly type: string | null; readonly path: string | null } {
  const text = address.slice(0, 500);
  for (const [host, type] of forges) {
    const at = text.indexOf(`${host}/`) === -1 ? text.indexOf(`${host}:`) : text.indexOf(`${host}/`);
    if (at === -1) continue;
    const [owner, repository] = text.slice(at + host.length + 1).split(/[/?#]/u, 2);
    if (owner !== undefined && owner !== '' && repository !== undefined && repository !== '') {
      return { type, path: `${owner}/${repository.replace(/\.git(?:@.*)?$/u, '')}`.toLowerCase() };
    }
  }
  return { type: null, path: null };
}
