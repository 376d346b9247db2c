// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { integrityHashes } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, type GraphRoot, unstated } from '../model/lock-graph.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';
import { pnpmEntry } from './pnpm-entry.ts';
import { pnpmLine } from './pnpm-line.ts';

const scopes: ReadonlyMap<string, DependencyScope> = new Map([
  ['dependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
]);

/** pnpm-lock.yaml with edges: under `packages` up to version 6, under `snapshots` (one for each set of peers) since 9. */
export const pnpmLockGraph: GraphReader = (text) => {
  const reading = new PnpmGraph();
  for (const { text: line } of linesOf(text)) reading.take(line);
  return parsed(reading.isLock ? { packages: reading.packages(), roots: reading.roots() } : null);
};

type Reading = { resolution: string; dev: boolean; optional: boolean; readonly needs: Map<string, string> };

class PnpmGraph {
  isLock = false;
  readonly #packages = new Map<string, Reading>();
  readonly #roots: { readonly name: string; readonly scope: DependencyScope; readonly version: string }[] = [];
  #open: string[] = [];

  take(text: string): void {
    const line = pnpmLine(text);
    if (line === null) return;
    const { level, name, value } = line;
    this.#open = this.#open.slice(0, level);
    this.#open[level] = name;
    const [section = ''] = this.#open;
    if (level === 0 && name === 'lockfileVersion') this.isLock = true;
    if (section === 'packages' || section === 'snapshots') this.#takePackage(level, name, value);
    else if (section === 'importers') this.#takeRoot(this.#open.slice(2), value);
    else if (scopes.has(section)) this.#takeRoot(this.#open, value);
  }

  /** A version of an importer stands beside the name (version 5) or below it. */
  #takeRoot([table = '', name, field]: readonly string[], value: string): void {
    const scope = scopes.get(table);
    if (scope === undefined || name === undefined) return;
    if (field === 'version' || (field === undefined && value !== '')) this.#roots.push({ name, scope, version: value });
  }

  #takePackage(level: number, name: string, value: string): void {
    if (level === 0) return;
    const key = this.#open[1] ?? '';
    const reading = this.#packages.get(key) ?? { resolution: '', dev: false, optional: false, needs: new Map() };
    this.#packages.set(key, reading);
    const [, , field = ''] = this.#open;
    if (field === 'resolution') reading.resolution += level === 2 ? value : ` ${name}: ${value}`;
    else if (level === 2 && field === 'dev') reading.dev = value === 'true';
    else if (level === 2 && field === 'optional') reading.optional = value === 'true';
    else if (level === 3 && (field === 'dependencies' || field === 'optionalDependencies'))
      reading.needs.set(name, value);
  }

  /** A snapshot takes its resolution from the package without the peers in its key. */
  packages(): readonly GraphPackage[] {
    return [...this.#packages].flatMap(([key, reading]) => {
      const bare = this.#packages.get(key.replace(/\(.*$/u, ''));
      const resolution = reading.resolution === '' ? (bare?.resolution ?? '') : reading.resolution;
      const entry = pnpmEntry(key, resolution);
      return entry === null ? [] : [this.#packageOf(key, entry, { ...reading, resolution })];
    });
  }

  #packageOf(key: string, entry: LockEntry, { dev, optional, needs, resolution }: Reading): GraphPackage {
    const scope: DependencyScope | null = dev ? 'development' : optional ? 'optional' : null;
    const dependsOn = [...needs].flatMap(([name, version]) => this.#keyOf(name, version) ?? []);
    const integrity = /\bintegrity: ([^\s,}]+)/u.exec(resolution)?.[1] ?? null;
    return { ...unstated, ...entry, key, hashes: integrityHashes(integrity), scope, dependsOn };
  }

  roots(): readonly GraphRoot[] {
    return this.#roots.flatMap(({ name, scope, version }) => {
      const key = this.#keyOf(name, version);
      return key === null ? [] : [{ key, scope }];
    });
  }

  /** Version 9 `name@1.0.0`, 6 `/name@1.0.0`, 5 `/name/1.0.0`; an alias or a tarball names its key whole. */
  #keyOf(name: string, version: string): string | null {
    const keys = [`${name}@${version}`, `/${name}@${version}`, `/${name}/${version}`, version];
    return keys.find((key) => this.#packages.has(key)) ?? null;
  }
}
