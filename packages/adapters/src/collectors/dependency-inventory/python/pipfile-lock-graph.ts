// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { distinctHashes, prefixedHash } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, keyOf, unstated } from '../model/lock-graph.ts';
import { pipfileEntry } from './pipfile-entry.ts';

/** Pipfile.lock: a flat list for each category; hashes are of archives that it does not name. */
export const pipfileLockGraph: GraphReader = (text) => {
  const document = parseJson(text);
  if (!document.ok) return document;
  const packages = membersOf(document.value)
    .filter(([category]) => category !== '_meta')
    .flatMap(([category, items]) =>
      membersOf(items).flatMap(([name, item]): GraphPackage[] => {
        const entry = pipfileEntry(name, item);
        if (entry === null) return [];
        const hashes = distinctHashes(listOf(memberOf(item, 'hashes')).flatMap((hash) => prefixedHash(textOf(hash))));
        const scope = category === 'default' ? 'runtime' : 'development';
        return [{ ...unstated, ...entry, key: keyOf(entry.name, entry.version), hashes, scope }];
      }),
    );
  return parsed({ packages, roots: null });
};
