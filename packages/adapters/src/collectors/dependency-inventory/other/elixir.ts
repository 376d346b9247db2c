// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** mix.exs of Elixir: the tuples of its `deps`. */
export const mixExs: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['mix-lock'],
  matches: named('mix.exs'),
  read(text) {
    const at = text.search(/\bdefp?\s+deps\b/u);
    const lines = at === -1 ? [] : [...linesOf(text.slice(at))];
    const dependencies = lines.flatMap(({ text: line }) => {
      const [, name, rest = ''] = /^\s*\[?\{:(\w{1,100}),(.*)$/u.exec(line) ?? [];
      return name === undefined || /\b(?:path|in_umbrella):/u.test(rest)
        ? []
        : [{ name, range: null, optional: rest.includes('optional: true') }];
    });
    return parsed({ name: null, dependencies });
  },
};

/** mix.lock: one tuple a line, `{:hex, :name, "version", "checksum", …}` or `{:git, "url", "commit", …}`. */
export const mixLock: LockfileReader = {
  title: 'mix.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('mix.lock'),
  directoryOf: null,
  read(text) {
    const entries = [...linesOf(text)].flatMap(({ text: line }): LockEntry[] => {
      const [, key = '', kind = '', rest = ''] = /^\s*"([^"]{1,200})": \{:(\w+), (.*)$/u.exec(line) ?? [];
      const [version = null, hash = ''] = [...rest.slice(0, 1000).matchAll(/"([^"]*)"/gu)].map(
        ([, text]) => text ?? '',
      );
      if (kind === 'hex') return [{ name: key, version, hashed: /^[0-9a-f]{64}$/u.test(hash), type: 'hex' }];
      return kind === 'git' ? [{ name: key, version: hash, hashed: /^[0-9a-f]{40}$/u.test(hash), type: null }] : [];
    });
    return parsed(lockByName('other', entries));
  },
};
