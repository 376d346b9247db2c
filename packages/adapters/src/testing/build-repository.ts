// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fakeSignature, type SignedWith } from './fake-signature.ts';
import { writeGitObject, writeGitTree } from './write-git-object.ts';

/** Content of a file, a link, a submodule, or null to remove the path. */
export type FileSpec =
  | string
  | Uint8Array
  | { readonly executable: string }
  | { readonly link: string }
  | { readonly submodule: string }
  | null;

export type CommitSpec = {
  /** By which `parents` and tags name it. */
  readonly name?: string;
  /** Changes over the first parent. */
  readonly files?: { readonly [path: string]: FileSpec };
  readonly message?: string;
  /** `Name <address>`. */
  readonly author?: string;
  readonly committer?: string;
  /** ISO 8601; one hour after the commit before it unless told. The author's date is the same. */
  readonly date?: string;
  /** Names of earlier commits; the commit before it unless told. */
  readonly parents?: readonly string[];
  readonly sign?: SignedWith;
};

export type TagSpec = {
  readonly name: string;
  /** Name of a commit; the last one unless told. */
  readonly commit?: string;
  /** Makes the tag annotated. */
  readonly message?: string;
  readonly tagger?: string;
  readonly date?: string;
  readonly sign?: SignedWith;
};

export type RepositorySpec = {
  readonly commits: readonly CommitSpec[];
  readonly tags?: readonly TagSpec[];
  /** `main` unless told; it points to the last commit. */
  readonly branch?: string;
  /** Further refs, full name to commit name. */
  readonly refs?: { readonly [ref: string]: string };
  /** No work tree: the path is the git directory. Otherwise the last commit's files are laid out, without an index. */
  readonly bare?: boolean;
  /** Text of the configuration file, appended. */
  readonly config?: string;
};

export type BuiltRepository = {
  readonly path: string;
  readonly gitDirectory: string;
  /** Commit ids by name, and by position from `0`. */
  readonly commits: { readonly [name: string]: string };
  readonly remove: () => void;
};

const somebody = 'Ada Example <ada@example.com>';
const firstDate = Date.parse('2026-01-01T12:00:00Z') / 1000;

type Built = { readonly id: string; readonly files: ReadonlyMap<string, FileSpec>; readonly seconds: number };

/**
 * Builds a small repository of loose objects in a temporary folder, byte for byte the same every time, without running
 * git: `buildRepository({ commits: [{ files: { 'README.md': 'Hello' } }] })`.
 */
export function buildRepository(spec: RepositorySpec): BuiltRepository {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-built-'));
  const gitDirectory = spec.bare === true ? path : join(path, '.git');
  const branch = spec.branch ?? 'main';
  mkdirSync(join(gitDirectory, 'objects'), { recursive: true });
  mkdirSync(join(gitDirectory, 'refs', 'heads'), { recursive: true });
  writeFileSync(join(gitDirectory, 'HEAD'), `ref: refs/heads/${branch}\n`);
  const core = `[core]\n\trepositoryformatversion = 0\n\tbare = ${spec.bare === true}\n`;
  writeFileSync(join(gitDirectory, 'config'), core + (spec.config ?? ''));
  const built = buildCommits(gitDirectory, spec.commits);
  const last = [...built.values()].at(-1);
  if (last !== undefined) writeRef(gitDirectory, `refs/heads/${branch}`, last.id);
  for (const tag of spec.tags ?? [])
    writeTag(gitDirectory, tag, tag.commit === undefined ? last : built.get(tag.commit));
  for (const [ref, name] of Object.entries(spec.refs ?? {})) writeRef(gitDirectory, ref, known(built.get(name)).id);
  if (spec.bare !== true && last !== undefined) layOut(path, last.files);
  return {
    path,
    gitDirectory,
    commits: Object.fromEntries([...built].map(([name, { id }]) => [name, id])),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function buildCommits(gitDirectory: string, specs: readonly CommitSpec[]): ReadonlyMap<string, Built> {
  const built = new Map<string, Built>();
  let before: Built | undefined;
  for (const [index, spec] of specs.entries()) {
    const parents = spec.parents?.map((name) => known(built.get(name))) ?? (before === undefined ? [] : [before]);
    before = buildCommit(gitDirectory, spec, { parents, after: before?.seconds ?? firstDate - 3600 });
    built.set(String(index), before);
    if (spec.name !== undefined) built.set(spec.name, before);
  }
  return built;
}

function buildCommit(
  gitDirectory: string,
  spec: CommitSpec,
  { parents, after }: { readonly parents: readonly Built[]; readonly after: number },
): Built {
  const files = new Map(parents[0]?.files);
  for (const [path, file] of Object.entries(spec.files ?? {})) {
    if (file === null) files.delete(path);
    else files.set(path, file);
  }
  const seconds = spec.date === undefined ? after + 3600 : Date.parse(spec.date) / 1000;
  const author = spec.author ?? somebody;
  const headers = [
    `tree ${writeFiles(gitDirectory, [...files])}`,
    ...parents.map(({ id }) => `parent ${id}`),
    `author ${author} ${seconds} +0000`,
    `committer ${spec.committer ?? author} ${seconds} +0000`,
    ...(spec.sign === undefined ? [] : [`gpgsig ${fakeSignature(spec.sign).replaceAll('\n', '\n ')}`]),
  ];
  const id = writeGitObject(gitDirectory, 'commit', `${headers.join('\n')}\n\n${spec.message ?? 'Change'}\n`);
  return { id, files, seconds };
}

function writeFiles(gitDirectory: string, files: readonly (readonly [string, FileSpec])[]): string {
  const folders = new Map<string, (readonly [string, FileSpec])[]>();
  const items = [];
  for (const [path, file] of files) {
    const [name = '', ...rest] = path.split('/');
    if (rest.length === 0) items.push(writeFile(gitDirectory, name, file));
    else folders.set(name, [...(folders.get(name) ?? []), [rest.join('/'), file]]);
  }
  for (const [name, inside] of folders) items.push({ mode: '40000', name, id: writeFiles(gitDirectory, inside) });
  return writeGitTree(gitDirectory, items);
}

function writeFile(gitDirectory: string, name: string, file: FileSpec): { mode: string; name: string; id: string } {
  if (file === null) throw new TypeError('a removed file has no content');
  const blob = (content: string | Uint8Array): string => writeGitObject(gitDirectory, 'blob', content);
  if (typeof file === 'string' || file instanceof Uint8Array) return { mode: '100644', name, id: blob(file) };
  if ('link' in file) return { mode: '120000', name, id: blob(file.link) };
  if ('submodule' in file) return { mode: '160000', name, id: file.submodule };
  return { mode: '100755', name, id: blob(file.executable) };
}

function writeTag(gitDirectory: string, tag: TagSpec, commit: Built | undefined): void {
  const { id, seconds } = known(commit);
  if (tag.message === undefined) {
    writeRef(gitDirectory, `refs/tags/${tag.name}`, id);
    return;
  }
  const date = tag.date === undefined ? seconds : Date.parse(tag.date) / 1000;
  const signature = tag.sign === undefined ? '' : `${fakeSignature(tag.sign)}\n`;
  const headers = `object ${id}\ntype commit\ntag ${tag.name}\ntagger ${tag.tagger ?? somebody} ${date} +0000\n`;
  const object = writeGitObject(gitDirectory, 'tag', `${headers}\n${tag.message}\n${signature}`);
  writeRef(gitDirectory, `refs/tags/${tag.name}`, object);
}

function writeRef(gitDirectory: string, ref: string, id: string): void {
  const path = join(gitDirectory, ...ref.split('/'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${id}\n`);
}

function layOut(root: string, files: ReadonlyMap<string, FileSpec>): void {
  for (const [path, file] of files) {
    const to = join(root, ...path.split('/'));
    mkdirSync(dirname(to), { recursive: true });
    if (typeof file === 'string' || file instanceof Uint8Array) writeFileSync(to, file);
    else if (file !== null && 'link' in file) symlinkSync(file.link, to);
    else if (file !== null && 'submodule' in file) mkdirSync(to);
    else if (file !== null) writeFileSync(to, file.executable, { mode: 0o755 });
  }
}

function known(commit: Built | undefined): Built {
  if (commit === undefined) throw new TypeError('a parent, tag or ref names a commit that is not built');
  return commit;
}
