// SPDX-License-Identifier: Apache-2.0
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { fileNameOf } from '../model/paths.ts';

/** A .opam file: the packages under `depends`, which a .opam.locked of the same name fixes. */
export const opamFile: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['opam-locked'],
  matches: { endings: ['opam'] },
  read(text, path) {
    const name = fileNameOf(path).replace(/\.opam$/u, '');
    const dependencies = [...namesIn(text)].map((item) => ({ name: item, range: null, optional: true }));
    return parsed({ name: name === '' ? null : name, dependencies, lockNames: [`${fileNameOf(path)}.locked`] });
  },
};

/** Names in the list of `depends`; the compiler itself is a tool, no component. */
function namesIn(text: string): ReadonlySet<string> {
  const at = text.search(/^depends:\s{0,20}\[/mu);
  const list = at === -1 ? '' : text.slice(at, text.indexOf(']', at));
  const names = [...list.replaceAll(/\{[^}]{0,500}\}/gu, ' ').matchAll(/"([\w+-]{1,100})"/gu)].map(
    ([, item = '']) => item,
  );
  return new Set(names.filter((item) => item !== 'ocaml'));
}

/** x.opam.locked: `"name" {= "version"}`. The repository of opam holds the checksums, the lock none. */
export const opamLocked: LockfileReader = {
  title: '.opam.locked',
  ecosystem: 'other',
  canHash: false,
  matches: { endings: ['locked'], test: (path) => path.endsWith('.opam.locked') },
  directoryOf: null,
  read(text, path) {
    const found = [...text.matchAll(/"([\w+-]{1,100})"\s{0,10}\{\s{0,10}= "([^"]{1,60})"/gu)];
    const entries = found.map(([, name = '', version = '']): LockEntry => {
      return { name, version, hashed: false, type: 'opam' };
    });
    const locked = fileNameOf(path).replace(/\.locked$/u, '');
    return parsed(
      lockByName('other', entries, { covers: ({ directory, file }) => directory === '' && file === locked }),
    );
  },
};
