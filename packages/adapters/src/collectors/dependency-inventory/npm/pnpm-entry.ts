// SPDX-License-Identifier: Apache-2.0
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';

/** The component of a key of pnpm-lock.yaml with its resolution; null when it lies in the repository itself. */
export function pnpmEntry(key: string, resolution: string): LockEntry | null {
  const commit =
    /\bcommit: ([0-9a-f]{40})\b/u.exec(resolution)?.[1] ??
    /codeload\.github\.com\/\S+\/([0-9a-f]{40})\b/u.exec(resolution)?.[1];
  const { name, version } = nameAndVersion(key);
  if (commit !== undefined) return gitEntry(name, `${key} ${resolution}`, commit);
  if (/\bdirectory: /u.test(resolution) || version.startsWith('file:') || key.startsWith('file:')) return null;
  return { name, version, hashed: /\bintegrity: /u.test(resolution), type: 'npm' };
}

/** Version 9 `@a/b@1.0.0`, 6 `/@a/b@1.0.0(peer@2)`, 5 `/@a/b/1.0.0_peer@2`. */
function nameAndVersion(key: string): { readonly name: string; readonly version: string } {
  const text = key.replace(/\(.*$/u, '');
  const old = /^\/((?:@[^/]+\/)?[^/@]+)\/([^/_]+)/u.exec(text);
  if (old !== null) return { name: old[1] ?? '', version: old[2] ?? '' };
  const plain = text.startsWith('/') ? text.slice(1) : text;
  const at = plain.indexOf('@', 1);
  return at === -1 ? { name: plain, version: '' } : { name: plain.slice(0, at), version: plain.slice(at + 1) };
}
