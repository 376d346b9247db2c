// SPDX-License-Identifier: Apache-2.0
import { listOf, memberAt, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';
import { composerEntry } from './composer-entry.ts';

// getcomposer.org/doc/articles/platform: PHP itself, its extensions and libraries are the machine's
const platform = /^(?:php(?:-\w+)?|hhvm|ext-.*|lib-.*|composer(?:-[\w-]+)?)$/u;

export const composerJson: ManifestReader = {
  ecosystem: 'composer',
  lockedBy: ['composer-lock'],
  matches: named('composer.json'),
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const root = document.value;
    const name = textOf(memberOf(root, 'name'))?.toLowerCase() ?? null;
    const required = [...membersOf(memberOf(root, 'require')), ...membersOf(memberOf(root, 'require-dev'))];
    const dependencies = required
      .filter(([key]) => !platform.test(key))
      .map(([key, range]) => ({ name: key.toLowerCase(), range: textOf(range), optional: false }));
    return parsed(name === null && required.length === 0 ? null : { name, dependencies });
  },
};

/** composer.lock. A commit reference of the source fixes the content as a hash does; Packagist's archives have no other. */
export const composerLock: LockfileReader = {
  title: 'composer.lock',
  ecosystem: 'composer',
  canHash: true,
  matches: named('composer.lock'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const items = ['packages', 'packages-dev'].flatMap((key) => listOf(memberOf(document.value, key)));
    const outside = items.filter((item) => textOf(memberAt(item, ['dist', 'type'])) !== 'path');
    const provided = items.flatMap((item) =>
      ['replace', 'provide'].flatMap((key) => membersOf(memberOf(item, key)).map(([name]) => name.toLowerCase())),
    );
    const own = items
      .filter((item) => !outside.includes(item))
      .map((item) => textOf(memberOf(item, 'name'))?.toLowerCase() ?? '');
    return parsed(lockByName('composer', outside.map(composerEntry), { alsoNamed: new Set([...provided, ...own]) }));
  },
};
