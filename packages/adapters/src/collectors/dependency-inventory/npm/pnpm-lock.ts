// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed, notParsed } from '../../../platform/syntax/parsed.ts';
import { lockBySpecifier } from '../lock/lock-by-specifier.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';
import { overriddenName } from './package-json.ts';

/**
 * pnpm-lock.yaml, lockfileVersion 5 to 9. pnpm writes one mapping a line, two spaces a level, so it is read line by
 * line: a YAML parser takes seconds for what large repositories have.
 */
export const pnpmLock: LockfileReader = {
  title: 'pnpm-lock.yaml',
  ecosystem: 'npm',
  canHash: true,
  matches: named('pnpm-lock.yaml'),
  directoryOf: null,
  read(text) {
    const reading = new PnpmReading();
    for (const { text: line } of linesOf(text)) reading.take(line);
    if (!reading.isLock) return notParsed('pnpm-lock.yaml', new Error('it has no lockfileVersion'));
    return parsed(lockBySpecifier(reading.finish(), reading.importers, reading.overridden));
  },
};

const groups = new Set(['dependencies', 'devDependencies', 'optionalDependencies', 'specifiers']);

class PnpmReading {
  isLock = false;
  readonly importers = new Map<string, Map<string, string>>();
  readonly overridden = new Set<string>();
  readonly #entries: LockEntry[] = [];
  /** Keys that are open, by level. */
  #open: string[] = [];
  #key: string | null = null;
  #resolution = '';

  take(line: string): void {
    const [, spaces = '', key = '', value = ''] =
      /^((?: {2})*)('[^']*'|"[^"]*"|[^\s'"#][^:]*(?::[^\s:][^:]*)*):(?: (.*))?$/u.exec(line) ?? [];
    if (key === '') return;
    const level = spaces.length / 2;
    const name = unquoted(key);
    this.#open = this.#open.slice(0, level);
    this.#open[level] = name;
    const section = this.#open[0] ?? '';
    if (level === 0 && name === 'lockfileVersion') this.isLock = true;
    if (section === 'packages') this.#takePackage(level, name, value);
    else if (section === 'overrides' && level === 1) this.overridden.add(overriddenName(name));
    else if (section === 'importers' && level >= 1) this.#takeImporter(this.#open[1] ?? '', this.#open.slice(2), value);
    else if (groups.has(section)) this.#takeImporter('.', this.#open, value);
  }

  finish(): readonly LockEntry[] {
    this.#close();
    if (this.importers.size === 0) this.importers.set('', new Map());
    return this.#entries;
  }

  /** `keys` is the way below the importer: group, name, and from version 6 on `specifier`. */
  #takeImporter(directory: string, keys: readonly string[], value: string): void {
    const at = directory === '.' ? '' : directory;
    const declared = this.importers.get(at) ?? new Map<string, string>();
    this.importers.set(at, declared);
    const [group = '', name, field] = keys;
    if (name === undefined || !groups.has(group)) return;
    if (field === 'specifier') declared.set(name, unquoted(value));
    else if (group === 'specifiers' && field === undefined) declared.set(name, unquoted(value));
  }

  #takePackage(level: number, name: string, value: string): void {
    if (level === 1) {
      this.#close();
      this.#key = name;
    } else if (this.#open[2] === 'resolution') {
      this.#resolution += level === 2 ? value : ` ${name}: ${value}`;
    }
  }

  #close(): void {
    const entry = this.#key === null ? null : entryOf(this.#key, this.#resolution);
    if (entry !== null) this.#entries.push(entry);
    this.#key = null;
    this.#resolution = '';
  }
}

function entryOf(key: string, resolution: string): LockEntry | null {
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

function unquoted(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed[0];
  return (quote === "'" || quote === '"') && trimmed.endsWith(quote) && trimmed.length > 1
    ? trimmed.slice(1, -1)
    : trimmed;
}
