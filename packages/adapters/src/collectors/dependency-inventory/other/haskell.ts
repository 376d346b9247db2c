// SPDX-License-Identifier: Apache-2.0
import { listOf, memberAt, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** A .cabal file: whether it names packages besides `base`; which ones a freeze or a snapshot has is not compared. */
export const cabalFile: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['cabal-freeze', 'stack-lock'],
  matches: { endings: ['cabal'] },
  read(text) {
    const name = /^name:\s{0,40}([\w-]{1,100})/imu.exec(text)?.[1] ?? null;
    const fields = [...text.matchAll(/^[ \t]{0,40}build-depends:([^\n]{0,2000}(?:\n[ \t]+[^\n:]{0,500}){0,200})/gimu)];
    const named = fields.flatMap(([, list = '']) => list.split(','));
    const names = new Set(named.flatMap((item) => /^\s*([A-Za-z][\w-]{0,100})/u.exec(item)?.[1] ?? []));
    const outside = [...names].filter((item) => item !== 'base' && item !== name);
    return parsed({ name, dependencies: outside.map((item) => ({ name: item, range: null, optional: true })) });
  },
};

/** cabal.project.freeze: `any.name ==version`. It has no hashes. It freezes every package of the project. */
export const cabalFreeze: LockfileReader = {
  title: 'cabal.project.freeze',
  ecosystem: 'other',
  canHash: false,
  matches: named('cabal.project.freeze'),
  directoryOf: null,
  read(text) {
    const entries = [...linesOf(text)].flatMap(({ text: line }): LockEntry[] => {
      const [, name, version] = /\bany\.([\w-]{1,100}) ==([\d.]{1,60})/u.exec(line) ?? [];
      return name === undefined || version === undefined ? [] : [{ name, version, hashed: false, type: 'hackage' }];
    });
    return parsed(lockByName('other', entries, { covers: () => true }));
  },
};

/** stack.yaml.lock: a snapshot by hash fixes every package in it; packages beside it have hashes of their own. */
export const stackLock: LockfileReader = {
  title: 'stack.yaml.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('stack.yaml.lock'),
  directoryOf: null,
  read(text) {
    const documents = parseYaml(text);
    if (!documents.ok) return documents;
    const [root] = documents.value;
    const completed = listOf(memberOf(root, 'packages')).flatMap((item): LockEntry[] => {
      const hackage = textOf(memberAt(item, ['completed', 'hackage'])) ?? '';
      const [, name, version] = /^([\w-]{1,100})-([\d.]{1,60})(?:@|$)/u.exec(hackage) ?? [];
      const hashed = hackage.includes('@sha256:');
      return name === undefined || version === undefined ? [] : [{ name, version, hashed, type: 'hackage' }];
    });
    return parsed(lockByName('other', completed, { covers: () => true }));
  },
};
