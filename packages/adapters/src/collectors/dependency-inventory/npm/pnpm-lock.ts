// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed, notParsed } from '../../../platform/syntax/parsed.ts';
import { lockBySpecifier } from '../lock/lock-by-specifier.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';
import { overriddenName } from './package-json.ts';
import { pnpmEntry } from './pnpm-entry.ts';
import { pnpmLine } from './pnpm-line.ts';

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
    const read = pnpmLine(line);
    if (read === null) return;
    const { level, name, value } = read;
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
    if (field === 'specifier') declared.set(name, value);
    else if (group === 'specifiers' && field === undefined) declared.set(name, value);
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
    const entry = this.#key === null ? null : pnpmEntry(this.#key, this.#resolution);
    if (entry !== null) this.#entries.push(entry);
    this.#key = null;
    this.#resolution = '';
  }
}
