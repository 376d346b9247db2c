// SPDX-License-Identifier: Apache-2.0
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { LockEntry, LockfileReader, ReadLockfile } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';
import { versionFits } from '../model/version-fits.ts';
import { readYarnBlocks, type YarnBlocks } from './yarn-blocks.ts';
import { splitDescriptor } from './yarn-descriptor.ts';
import { yarnEntry } from './yarn-entry.ts';

/** yarn.lock of Yarn 1 (own syntax, sha1 in the address or `integrity`) and of Yarn 2 and later (YAML, `checksum`). */
export const yarnLock: LockfileReader = {
  title: 'yarn.lock',
  ecosystem: 'npm',
  canHash: true,
  matches: named('yarn.lock'),
  directoryOf: null,
  read(text) {
    const read = readYarnBlocks(text);
    return read.ok ? parsed(lockOf(read.value)) : read;
  },
};

/** Versions of one package that are compared with a range; a real tree has a handful. */
const versionsMax = 20;

function lockOf({ blocks, berry }: YarnBlocks): ReadLockfile {
  const entries: LockEntry[] = [];
  const asked = new Set<string>();
  const versions = new Map<string, string[]>();
  const members = new Set<string>();
  for (const { descriptors, fields } of blocks) {
    for (const descriptor of descriptors) {
      const { name, range } = splitDescriptor(descriptor);
      asked.add(`${name}@${range.replace(/^npm:/u, '')}`);
      const known = versions.get(name);
      if (known === undefined) versions.set(name, [fields.get('version') ?? '']);
      else if (known.length < versionsMax) known.push(fields.get('version') ?? '');
      if (range.startsWith('workspace:')) members.add(range.slice('workspace:'.length));
    }
    const entry = yarnEntry(descriptors[0] ?? '', fields, berry);
    if (entry !== null) entries.push(entry);
  }
  return {
    entries,
    // Yarn 1 does not list members: the manifest beside the lock does
    covers: ({ directory }) => directory === '' || members.has(directory),
    disagreement: ({ name, range, optional }) => {
      const locked = versions.get(name);
      if (locked === undefined) return optional ? null : `${name} is not in the lock`;
      if (range === null || asked.has(`${name}@${range.replace(/^npm:/u, '')}`)) return null;
      const outside = locked.every((version) => versionFits('npm', version, range) === false);
      return outside ? `${name} is locked to ${locked[0]}, outside ${range}` : null;
    },
  };
}
