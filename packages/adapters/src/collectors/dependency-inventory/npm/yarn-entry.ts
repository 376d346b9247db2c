// SPDX-License-Identifier: Apache-2.0
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';
import { splitDescriptor } from './yarn-descriptor.ts';

/** The component of a block of yarn.lock, by its first descriptor; null when it lies in the repository itself. */
export function yarnEntry(descriptor: string, fields: ReadonlyMap<string, string>, berry: boolean): LockEntry | null {
  const resolution = fields.get(berry ? 'resolution' : 'resolved') ?? '';
  const { name, range } = splitDescriptor(berry && resolution !== '' ? resolution : descriptor);
  if (name === '' || name === '__metadata') return null;
  if (/^(?:workspace|link|portal|file):/u.test(range)) return null;
  // a patch is kept in the repository or in Yarn; what it patches has an entry of its own
  if (range.startsWith('patch:')) return null;
  const commit = /#(?:commit=)?([0-9a-f]{40})$/u.exec(resolution)?.[1] ?? null;
  if (/\.git[#:]|git[@+:]|codeload\.github\.com/u.test(resolution)) return gitEntry(name, resolution, commit);
  const hashed = berry ? fields.has('checksum') : fields.has('integrity') || commit !== null;
  return { name: aliasedName(name, range), version: fields.get('version') ?? null, hashed, type: 'npm' };
}

/** Yarn 1 keys an alias by its own name: `b@npm:a@^1`. */
function aliasedName(name: string, range: string): string {
  const target = range.startsWith('npm:') ? range.slice(4) : '';
  const at = target.indexOf('@', 1);
  return at > 0 ? target.slice(0, at) : name;
}
