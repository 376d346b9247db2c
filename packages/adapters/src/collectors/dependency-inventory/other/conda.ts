// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { fileNameOf, named } from '../model/paths.ts';

/** environment.yml of conda. */
export const condaEnvironment: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['pixi-lock'],
  matches: {
    endings: ['yaml', 'yml'],
    test: (path) => /^environment(?:[-_.][\w.-]+)?\.ya?ml$/u.test(fileNameOf(path)),
  },
  read(text) {
    const document = parseYaml(text);
    if (!document.ok) return document;
    const [root] = document.value;
    const names = textsOf(memberOf(root, 'dependencies')).flatMap(
      (item) => /^(?:[\w-]+::)?([\w.-]{1,100})/u.exec(item)?.[1] ?? [],
    );
    // files of that name describe deployments too
    if (names.length === 0 || memberOf(root, 'channels') === undefined) return parsed(null);
    return parsed({
      name: textOf(memberOf(root, 'name')),
      dependencies: names.map((name) => ({ name, range: null, optional: false })),
    });
  },
};

/** pixi.lock and conda-lock.yml. */
export const pixiLock: LockfileReader = {
  title: 'pixi.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('pixi.lock', 'conda-lock.yml'),
  directoryOf: null,
  read(text) {
    const document = parseYaml(text);
    if (!document.ok) return document;
    const items = ['packages', 'package'].flatMap((key) => listOf(memberOf(document.value[0], key)));
    const entries = items.map((item): LockEntry => {
      const address = textOf(memberOf(item, 'conda')) ?? '';
      const [, name = textOf(memberOf(item, 'name')) ?? '', version] =
        /\/([^/]+)-([^-/]+)-[^-/]+\.(?:conda|tar\.bz2)$/u.exec(address) ?? [];
      const hashed = memberOf(item, 'sha256') !== undefined || memberOf(item, 'hash') !== undefined;
      return { name, version: version ?? textOf(memberOf(item, 'version')), hashed, type: 'conda' };
    });
    return parsed(lockByName('other', entries));
  },
};
