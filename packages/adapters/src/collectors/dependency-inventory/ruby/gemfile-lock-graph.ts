// SPDX-License-Identifier: Apache-2.0
import { hexHash } from '@plumbline/formats/sbom/hex-hash';
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { type GraphPackage, type GraphReader, plainPackage } from '../model/lock-graph.ts';
import { gemfileLock } from './gemfile-lock.ts';

/** Gemfile.lock with edges: what a gem needs is indented below it, by name. */
export const gemfileLockGraph: GraphReader = (text, path) => {
  const read = gemfileLock.read(text, path);
  if (!read.ok || read.value === null) return read.ok ? parsed(null) : read;
  const { needs, sums, asked, own } = linesIn(text);
  const packages = read.value.entries.map((entry): GraphPackage => {
    const sum = sums.get(`${entry.name} ${entry.version}`);
    return {
      ...plainPackage(entry),
      key: entry.name,
      hashes: sum ?? [],
      dependsOn: needs.get(entry.name) ?? [],
    };
  });
  // what a gem of the repository itself needs, the repository needs
  const direct = new Set([...asked, ...[...own].flatMap((name) => needs.get(name) ?? [])]);
  return parsed({ packages, roots: [...direct].map((key) => ({ key, scope: null })) });
};

type Lines = {
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly sums: ReadonlyMap<string, GraphPackage['hashes']>;
  readonly asked: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
};

function linesIn(text: string): Lines {
  const needs = new Map<string, string[]>();
  const sums = new Map<string, GraphPackage['hashes']>();
  const asked = new Set<string>();
  const own = new Set<string>();
  let section = '';
  let current: string[] = [];
  for (const { text: line } of linesOf(text)) {
    if (/^[A-Z]/u.test(line)) section = line.trim();
    const [, indent = '', name, rest = ''] = /^( {2}| {4}| {6})([^\s()!]+)!?(.*)$/u.exec(line) ?? [];
    if (name === undefined) continue;
    if (section === 'DEPENDENCIES') asked.add(name);
    else if (section === 'CHECKSUMS') {
      const [, version = '', algorithm = '', value = ''] = /^ \(([^()]+)\) (sha\d+)=([0-9a-f]+)/u.exec(rest) ?? [];
      sums.set(`${name} ${version}`, hexHash(algorithm, value));
    } else if (indent.length === 4) {
      current = needs.get(name) ?? [];
      needs.set(name, current);
      if (section === 'PATH') own.add(name);
    } else if (indent.length === 6) current.push(name);
  }
  return { needs, sums, asked, own };
}
