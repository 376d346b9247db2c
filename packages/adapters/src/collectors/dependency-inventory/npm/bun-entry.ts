// SPDX-License-Identifier: Apache-2.0
import { textOf } from '../../../platform/syntax/json-value.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';

/** `["name@version", registry, {…}, "sha512-…"]`; a git source carries its commit in place of the version. */
export function bunEntry(item: readonly unknown[]): LockEntry | null {
  const label = textOf(item[0]) ?? '';
  const at = label.indexOf('@', 1);
  const name = at === -1 ? label : label.slice(0, at);
  const source = at === -1 ? '' : label.slice(at + 1);
  if (name === '' || /^(?:workspace|file|link|root):/u.test(source)) return null;
  if (/^(?:git|github|https?:.*\.git)/u.test(source)) {
    return gitEntry(name, source.replace('github:', 'github.com/'), /#([0-9a-f]{40})$/u.exec(source)?.[1] ?? null);
  }
  const hashed = item.some((member) => typeof member === 'string' && /^sha\d{1,3}-/u.test(member));
  return { name, version: source, hashed, type: 'npm' };
}
