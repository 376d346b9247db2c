// SPDX-License-Identifier: Apache-2.0
import { memberAt, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** flake.nix: its inputs, where they are written as `name.url = "…"`. */
export const nixFlake: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['flake-lock'],
  matches: named('flake.nix'),
  read(text) {
    const found = text.matchAll(
      /^[ \t]{0,100}(?:inputs\.)?([\w-]{1,100})(?:\.url\s?=|\s?=\s?\{\s*url\s?=)\s?"(?!path:)/gmu,
    );
    return parsed({
      name: null,
      dependencies: [...new Set([...found].map(([, name = '']) => name))].map((name) => ({
        name,
        range: null,
        optional: true,
      })),
    });
  },
};

/** flake.lock, version 7: a content hash for each input. */
export const flakeLock: LockfileReader = {
  title: 'flake.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('flake.lock'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const entries = membersOf(memberOf(document.value, 'nodes')).flatMap(([name, node]): LockEntry[] => {
      if (memberOf(node, 'locked') === undefined) return [];
      const hashed = textOf(memberAt(node, ['locked', 'narHash'])) !== null;
      return [{ name, version: textOf(memberAt(node, ['locked', 'rev'])), hashed, type: null }];
    });
    return parsed(lockByName('other', entries));
  },
};
