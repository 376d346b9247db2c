// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { notParsed, parsed } from '../../../platform/syntax/parsed.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry, LockfileReader, ReadLockfile } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';
import { versionFits } from '../model/version-fits.ts';

/** yarn.lock of Yarn 1 (own syntax, sha1 in the address or `integrity`) and of Yarn 2 and later (YAML, `checksum`). */
export const yarnLock: LockfileReader = {
  title: 'yarn.lock',
  ecosystem: 'npm',
  canHash: true,
  matches: named('yarn.lock'),
  directoryOf: null,
  read(text) {
    const berry = /^__metadata:/mu.test(text);
    if (!berry && !text.includes('# yarn lockfile v1'))
      return notParsed('yarn.lock', new Error('neither Yarn 1 nor later'));
    return parsed(lockOf(blocksOf(text), berry));
  },
};

/** Versions of one package that are compared with a range; a real tree has a handful. */
const versionsMax = 20;

type Block = { readonly descriptors: readonly string[]; readonly fields: Map<string, string> };

/** Both syntaxes: a line of descriptors that ends in a colon, then two-space fields. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const { text: line } of linesOf(text)) {
    if (line === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) {
      blocks.push({ descriptors: descriptorsOf(line), fields: new Map() });
      continue;
    }
    const [, key, value] = /^ {2}(\w+):? "?([^"]*)"?$/u.exec(line) ?? [];
    if (key !== undefined && value !== undefined) blocks.at(-1)?.fields.set(key, value);
  }
  return blocks;
}

/** `"a@^1, a@^2":` and `a@^1, "b@>= 2":` alike. */
function descriptorsOf(line: string): readonly string[] {
  return line
    .replace(/:\s*$/u, '')
    .replaceAll('"', '')
    .split(',')
    .map((descriptor) => descriptor.trim())
    .filter((descriptor) => descriptor !== '');
}

function lockOf(blocks: readonly Block[], berry: boolean): ReadLockfile {
  const entries: LockEntry[] = [];
  const asked = new Set<string>();
  const versions = new Map<string, string[]>();
  const members = new Set<string>();
  for (const { descriptors, fields } of blocks) {
    for (const descriptor of descriptors) {
      const { name, range } = split(descriptor);
      asked.add(`${name}@${range.replace(/^npm:/u, '')}`);
      const known = versions.get(name);
      if (known === undefined) versions.set(name, [fields.get('version') ?? '']);
      else if (known.length < versionsMax) known.push(fields.get('version') ?? '');
      if (range.startsWith('workspace:')) members.add(range.slice('workspace:'.length));
    }
    const entry = entryOf(descriptors[0] ?? '', fields, berry);
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

function entryOf(descriptor: string, fields: ReadonlyMap<string, string>, berry: boolean): LockEntry | null {
  const resolution = fields.get(berry ? 'resolution' : 'resolved') ?? '';
  const { name, range } = split(berry && resolution !== '' ? resolution : descriptor);
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

function split(descriptor: string): { readonly name: string; readonly range: string } {
  const at = descriptor.indexOf('@', 1);
  return at === -1
    ? { name: descriptor, range: '' }
    : { name: descriptor.slice(0, at), range: descriptor.slice(at + 1) };
}
