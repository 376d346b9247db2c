// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** cpanfile of Perl: `requires 'Module'`. Perl itself is no component. */
export const cpanfile: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['cpanfile-snapshot'],
  matches: named('cpanfile'),
  read(text) {
    const names = [...linesOf(text)].flatMap(
      ({ text: line }) =>
        /^\s{0,100}(?:test_|build_|configure_)?requires\s*\(?\s*["']([\w:]{1,200})["']/u.exec(line)?.[1] ?? [],
    );
    const dependencies = [...new Set(names)].filter((name) => name !== 'perl');
    return parsed({ name: null, dependencies: dependencies.map((name) => ({ name, range: null, optional: false })) });
  },
};

/** cpanfile.snapshot of Carton: distributions with the modules that they provide. It has no hashes. */
export const cpanfileSnapshot: LockfileReader = {
  title: 'cpanfile.snapshot',
  ecosystem: 'other',
  canHash: false,
  matches: named('cpanfile.snapshot'),
  directoryOf: null,
  read(text) {
    const entries: LockEntry[] = [];
    const provided = new Set<string>();
    for (const { text: line } of linesOf(text)) {
      const [, name, version] = /^ {2}([\w-]{1,200})-v?(\d[\w.]{0,60})$/u.exec(line) ?? [];
      if (name !== undefined && version !== undefined) entries.push({ name, version, hashed: false, type: null });
      const module = /^ {6}([\w:]{1,200}) /u.exec(line)?.[1];
      if (module !== undefined) provided.add(module);
    }
    return parsed(lockByName('other', entries, { alsoNamed: provided }));
  },
};
