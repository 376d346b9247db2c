// SPDX-License-Identifier: Apache-2.0
import { listOf, memberAt, memberOf, membersOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { bareHash } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, unstated } from '../model/lock-graph.ts';
import { composerEntry } from './composer-entry.ts';

/** composer.lock with edges, by name: one version of a package is installed. */
export const composerLockGraph: GraphReader = (text) => {
  const document = parseJson(text);
  if (!document.ok) return document;
  const packages = (['packages', 'packages-dev'] as const).flatMap((list) =>
    listOf(memberOf(document.value, list)).flatMap((item): GraphPackage[] => {
      if (textOf(memberAt(item, ['dist', 'type'])) === 'path') return [];
      const entry = composerEntry(item);
      return [
        {
          ...unstated,
          ...entry,
          key: entry.name,
          hashes: bareHash(textOf(memberAt(item, ['dist', 'shasum'])), 'sha1'),
          license: licenseOf(textsOf(memberOf(item, 'license'))),
          scope: list === 'packages' ? 'runtime' : 'development',
          dependsOn: membersOf(memberOf(item, 'require')).map(([name]) => name.toLowerCase()),
        },
      ];
    }),
  );
  return parsed({ packages, roots: null });
};

/** Composer documentation, composer.json: of several licences one may choose. */
function licenseOf(licenses: readonly string[]): string | null {
  return licenses.length < 2 ? (licenses[0] ?? null) : `(${licenses.join(' OR ')})`;
}
