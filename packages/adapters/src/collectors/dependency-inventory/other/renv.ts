// SPDX-License-Identifier: Apache-2.0
import { memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';

/** renv.lock of R: what the project's library held when it was made, with renv's hash of each package's description. */
export const renvLock: LockfileReader = {
  title: 'renv.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('renv.lock'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const entries = membersOf(memberOf(document.value, 'Packages')).map(([name, item]): LockEntry => {
      const hash = textOf(memberOf(item, 'RemoteSha')) ?? textOf(memberOf(item, 'Hash'));
      return { name, version: textOf(memberOf(item, 'Version')), hashed: hash !== null, type: 'cran' };
    });
    return parsed(lockByName('other', entries));
  },
};
