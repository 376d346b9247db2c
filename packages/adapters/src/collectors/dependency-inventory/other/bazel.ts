// SPDX-License-Identifier: Apache-2.0
import { memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

const valueOf = (inside: string, key: string): string | null =>
  new RegExp(`\\b${key}\\s?=\\s?"([^"]{1,200})"`, 'u').exec(inside)?.[1] ?? null;

/** MODULE.bazel: its `bazel_dep` calls. What an override takes from a local path is not external. */
export const moduleBazel: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['bazel-lock'],
  matches: named('MODULE.bazel'),
  read(text) {
    const code = text.replaceAll(/^[ \t]{0,100}#.*$/gmu, '');
    const called = (name: string): readonly string[] =>
      [...code.matchAll(new RegExp(`\\b${name}\\(([^)]{0,500})`, 'gu'))].map(([, inside = '']) => inside);
    const local = new Set(called('local_path_override').map((inside) => valueOf(inside, 'module_name')));
    const dependencies = called('bazel_dep').flatMap((inside) => {
      const name = valueOf(inside, 'name');
      return name === null || local.has(name) ? [] : [{ name, range: null, optional: false }];
    });
    return parsed({ name: valueOf(called('module')[0] ?? '', 'name'), dependencies });
  },
};

/** MODULE.bazel.lock: the hash of every module's source in the registry. */
export const bazelLock: LockfileReader = {
  title: 'MODULE.bazel.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('MODULE.bazel.lock'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const entries = membersOf(memberOf(document.value, 'registryFileHashes')).flatMap(
      ([address, hash]): LockEntry[] => {
        const [, name, version] = /\/modules\/([\w.-]{1,100})\/([\w.+-]{1,100})\/source\.json$/u.exec(address) ?? [];
        return name === undefined || version === undefined
          ? []
          : [{ name, version, hashed: textOf(hash) !== null, type: 'bazel' }];
      },
    );
    const asked = new Set(
      membersOf(memberOf(document.value, 'registryFileHashes')).flatMap(
        ([address]) => /\/modules\/([\w.-]{1,100})\//u.exec(address)?.[1] ?? [],
      ),
    );
    return parsed(lockByName('other', entries, { alsoNamed: asked }));
  },
};
