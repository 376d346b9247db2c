// SPDX-License-Identifier: Apache-2.0
import { memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';
import { pipfileEntry } from './pipfile-entry.ts';
import { pythonName } from './python-name.ts';

/** Pipfile of Pipenv. Its other tables are further categories of packages. */
export const pipfile: ManifestReader = {
  ecosystem: 'pypi',
  lockedBy: ['pipfile-lock'],
  matches: named('Pipfile'),
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return document;
    const tables = membersOf(document.value).filter(
      ([key]) => !['source', 'requires', 'scripts', 'pipenv'].includes(key),
    );
    const dependencies = tables.flatMap(([, table]) =>
      membersOf(table).flatMap(([name, value]) => {
        if (textOf(memberOf(value, 'path')) !== null) return [];
        const range = textOf(value) ?? textOf(memberOf(value, 'version'));
        return [
          {
            name: pythonName(name),
            range: range === '*' ? null : range,
            optional: memberOf(value, 'markers') !== undefined,
          },
        ];
      }),
    );
    return parsed({ name: null, dependencies });
  },
};

/** Pipfile.lock, pipfile-spec 6. */
export const pipfileLock: LockfileReader = {
  title: 'Pipfile.lock',
  ecosystem: 'pypi',
  canHash: true,
  matches: named('Pipfile.lock'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const categories = membersOf(document.value).filter(([key]) => key !== '_meta');
    return parsed(
      lockByName(
        'pypi',
        categories.flatMap(([, category]) =>
          membersOf(category).flatMap(([name, item]) => pipfileEntry(name, item) ?? []),
        ),
      ),
    );
  },
};
