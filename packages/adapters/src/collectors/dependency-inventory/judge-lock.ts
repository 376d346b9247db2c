// SPDX-License-Identifier: Apache-2.0
import type { Lockfile, Manifest, ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import type { LockfileFormat, ReadLockfile } from './model/lockfile-reader.ts';
import type { Dependency, ManifestFormat, ReadManifest } from './model/manifest-reader.ts';
import { lockfileReaders } from './lockfile-readers.ts';
import { manifestReaders } from './manifest-readers.ts';
import { matchesWorkspace } from './model/matches-workspace.ts';
import { directoryOf, fileNameOf, relativeTo, resolvePath, upwardFrom } from './model/paths.ts';

/** A manifest of the tree with what it says. `dependencies` are those of `read` that no other part of the tree provides. */
export type LoadedManifest = {
  readonly path: string;
  readonly format: ManifestFormat;
  readonly role: ManifestRole;
  readonly read: ReadManifest;
  readonly dependencies: readonly Dependency[];
};

/** A lockfile of the tree. `read` is null when it is there and cannot be read. `directory`: of what it locks. */
export type LoadedLockfile = {
  readonly path: string;
  readonly format: LockfileFormat;
  readonly directory: string;
  readonly fact: Lockfile;
  readonly read: ReadLockfile | null;
};

/** Looks up by directory what a tree holds. */
export type TreeIndex = {
  readonly lockfilesOf: (directory: string) => readonly LoadedLockfile[];
  readonly manifestsIn: (directory: string) => readonly LoadedManifest[];
  /** Direct dependencies that may still be compared with locks; a tree made to take long runs out of it. */
  readonly budget: { left: number };
};

/** The state of one manifest's lock, in words that a reader can check. */
export function judgeLock(manifest: LoadedManifest, index: TreeIndex): Manifest {
  const { path, format, role, read, dependencies } = manifest;
  const { ecosystem } = manifestReaders[format];
  const base = { path, ecosystem, role, dependencies: new Set(dependencies.map(({ name }) => name)).size };
  const remark = read.remark === undefined ? '' : ` (${read.remark})`;
  if (dependencies.length === 0) {
    return { ...base, lock: 'not-needed', because: `It names no external dependency${remark}` };
  }
  const locks = locksOf(manifest, index);
  if (read.locksItself !== undefined) {
    const own = locks.find((lock) => lock.path === path);
    return {
      ...base,
      lock: 'locked',
      because: `It locks itself: ${read.locksItself}`,
      ...(read.byVersionsOnly === true ? { byVersionsOnly: true } : {}),
      ...(own === undefined ? {} : { lockfile: own.path }),
    };
  }
  const [first] = locks;
  if (first === undefined) return { ...base, lock: 'missing', because: missing(manifest) + remark };
  index.budget.left -= dependencies.length * locks.length;
  if (index.budget.left < 0) {
    return {
      ...base,
      lock: 'unknown',
      lockfile: first.path,
      because: 'The tree names too many dependencies to compare',
    };
  }
  const verdicts = locks.map((lock) => ({ lock, problems: problemsWith(lock, manifest) }));
  const agreed = verdicts.find(({ problems }) => problems !== null && problems.length === 0);
  if (agreed !== undefined) {
    const lists = agreed.lock.read?.entries.length !== 0;
    const locked = {
      ...base,
      lock: 'locked',
      lockfile: agreed.lock.path,
      because: `${agreed.lock.path} locks it`,
    } as const;
    return lists ? locked : { ...locked, byVersionsOnly: true };
  }
  const readable = verdicts.find(({ problems }) => problems !== null);
  if (readable === undefined)
    return { ...base, lock: 'unknown', lockfile: first.path, because: `${first.path} could not be read` };
  const problems = readable.problems ?? [];
  const more = problems.length > 3 ? ` and ${problems.length - 3} more` : '';
  return { ...base, lock: 'disagrees', lockfile: readable.lock.path, because: problems.slice(0, 3).join('; ') + more };
}

function missing({ format, dependencies }: LoadedManifest): string {
  const { lockedBy } = manifestReaders[format];
  const exact = dependencies.every(({ range }) => range !== null && /^={0,3}\s*v?\d[\w.+-]*$/u.test(range));
  const looked = lockedBy.length === 0 ? 'no lockfile is beside it' : `no ${listed(lockedBy)} covers it`;
  // doubtful case 11
  const said = exact ? `direct dependencies are pinned, transitive ones are not: ${looked}` : looked;
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

function listed(formats: readonly LockfileFormat[]): string {
  const names = formats.map((format) => lockfileReaders[format].title);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Lockfiles that may lock it: named by it, beside it, then above it as far as they cover it. */
function locksOf(manifest: LoadedManifest, index: TreeIndex): readonly LoadedLockfile[] {
  const { path, read, format } = manifest;
  const directory = directoryOf(path);
  const formats = manifestReaders[format].lockedBy;
  const found = (read.lockNames ?? []).flatMap((name) => {
    const at = resolvePath(directory, name);
    return at === null ? [] : index.lockfilesOf(directoryOf(at)).filter((lock) => lock.path === at);
  });
  if (found.length > 0) return found;
  for (const ancestor of upwardFrom(directory)) {
    const relative = relativeTo(ancestor, directory) ?? '';
    const candidates = index
      .lockfilesOf(ancestor)
      .filter(
        (lock) => formats.includes(lock.format) && !found.includes(lock) && covers(lock, manifest, relative, index),
      )
      .sort((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format));
    found.push(...candidates);
    if (found.length > 0) return found;
  }
  return found;
}

function covers(lock: LoadedLockfile, manifest: LoadedManifest, relative: string, index: TreeIndex): boolean {
  const member = { directory: relative, name: manifest.read.name, file: fileNameOf(manifest.path) };
  if (relative === '') return lock.read === null || lock.read.covers(member);
  if (lock.read?.covers(member) === true) return true;
  // formats that do not list members (Yarn 1), and locks that cannot be read: the manifest beside the lock lists them
  return index
    .manifestsIn(lock.directory)
    .some(({ format, read }) => format === manifest.format && matchesWorkspace(read.workspaces ?? [], relative));
}

/** Null when the lock cannot be read. */
function problemsWith({ read, directory }: LoadedLockfile, manifest: LoadedManifest): readonly string[] | null {
  if (read === null) return null;
  const member = {
    directory: relativeTo(directory, directoryOf(manifest.path)) ?? '',
    name: manifest.read.name,
    file: fileNameOf(manifest.path),
  };
  const overridden = new Set(manifest.read.overridden);
  return manifest.dependencies.flatMap((dependency) => {
    const asked = overridden.has(dependency.name) ? { ...dependency, range: null } : dependency;
    return read.disagreement(asked, member) ?? [];
  });
}
