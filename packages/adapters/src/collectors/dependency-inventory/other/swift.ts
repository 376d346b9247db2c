// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { listOf, memberAt, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** Package.swift: packages taken from an address. */
export const swiftPackage: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['swift-resolved'],
  matches: named('Package.swift'),
  read(text) {
    const found = text.matchAll(/^[ \t]{0,100}\.package\([^)\n]{0,200}?url:\s?"([^"\n]{1,300})"/gmu);
    const names = new Set([...found].map(([, url = '']) => identityOf(url)));
    return parsed({ name: null, dependencies: [...names].map((name) => ({ name, range: null, optional: false })) });
  },
};

/** Package.resolved, versions 1 to 3: a commit each. */
export const swiftResolved: LockfileReader = {
  title: 'Package.resolved',
  ecosystem: 'other',
  canHash: true,
  matches: named('Package.resolved'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const pins = listOf(memberOf(document.value, 'pins') ?? memberAt(document.value, ['object', 'pins']));
    const entries = pins.map((pin): LockEntry => {
      const url = textOf(memberOf(pin, 'location')) ?? textOf(memberOf(pin, 'repositoryURL')) ?? '';
      const git = gitEntry(identityOf(url), url, textOf(memberAt(pin, ['state', 'revision'])));
      return { ...git, name: identityOf(url), version: textOf(memberAt(pin, ['state', 'version'])), type: null };
    });
    return parsed(lockByName('other', entries));
  },
};

/** Swift compares packages by the last part of their address. */
function identityOf(url: string): string {
  return (url.replace(/\/$/u, '').split('/').at(-1) ?? '').replace(/\.git$/u, '').toLowerCase();
}

/** CocoaPods' Podfile. */
export const podfile: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['podfile-lock'],
  matches: named('Podfile'),
  read(text) {
    const dependencies = [...linesOf(text)].flatMap(({ text: line }) => {
      const [, name, rest = ''] = /^\s*pod\s+["']([^"']{1,200})["'](.*)$/u.exec(line) ?? [];
      return name === undefined || rest.includes(':path')
        ? []
        : [{ name: name.split('/', 1)[0] ?? name, range: null, optional: false }];
    });
    return parsed({ name: null, dependencies });
  },
};

/** Podfile.lock: versions in PODS, checksums of the specifications in SPEC CHECKSUMS. */
export const podfileLock: LockfileReader = {
  title: 'Podfile.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('Podfile.lock'),
  directoryOf: null,
  read(text) {
    const entries: LockEntry[] = [];
    const sums = new Set<string>();
    for (const { text: line } of linesOf(text)) {
      const [, name, version] = /^ {2}- "?([^\s("/]+)(?:\/[^\s(]*)? \(([\d][^)]*)\)/u.exec(line) ?? [];
      if (name !== undefined && version !== undefined)
        entries.push({ name, version, hashed: false, type: 'cocoapods' });
      const sum = /^ {2}"?([^\s":]+)"?: [0-9a-f]{40}$/u.exec(line)?.[1];
      if (sum !== undefined) sums.add(sum);
    }
    return parsed(
      lockByName(
        'other',
        entries.map((entry) => ({ ...entry, hashed: sums.has(entry.name) })),
      ),
    );
  },
};
