// SPDX-License-Identifier: Apache-2.0
import { memberAt, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson, parseJsonWithComments } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** deno.json: the import map's entries from npm, JSR and addresses. */
export const denoJson: ManifestReader = {
  ecosystem: 'npm',
  lockedBy: ['deno-lock'],
  matches: named('deno.json', 'deno.jsonc'),
  read(text) {
    const document = parseJsonWithComments(text);
    if (!document.ok) return document;
    const dependencies = membersOf(memberOf(document.value, 'imports')).flatMap(([, target]) => {
      const address = textOf(target) ?? '';
      return /^(?:npm|jsr|https?):/u.test(address) ? [{ name: packageOf(address), range: null, optional: false }] : [];
    });
    return parsed(dependencies.length === 0 ? null : { name: textOf(memberOf(document.value, 'name')), dependencies });
  },
};

/** `npm:@a/b@^1/file` → `@a/b`. An address names itself. */
function packageOf(address: string): string {
  return /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)/u.exec(address)?.[1] ?? address;
}

/** deno.lock, versions 2 to 5. Remote modules carry a hash each. */
export const denoLock: LockfileReader = {
  title: 'deno.lock',
  ecosystem: 'npm',
  canHash: true,
  matches: named('deno.lock'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const root = document.value;
    const entries = [
      ...entriesOf(
        memberAt(root, ['npm', 'packages']) ?? memberAt(root, ['packages', 'npm']) ?? memberOf(root, 'npm'),
        'npm',
      ),
      ...entriesOf(memberOf(root, 'jsr') ?? memberAt(root, ['packages', 'jsr']), null),
      ...membersOf(memberOf(root, 'remote')).map(([name, hash]): LockEntry => ({
        name,
        version: null,
        hashed: typeof hash === 'string',
        type: null,
      })),
    ];
    const names = new Set(entries.map(({ name }) => name));
    return parsed({
      entries,
      covers: ({ directory }) => directory === '',
      disagreement: ({ name, optional }) =>
        optional || names.has(name) || /^https?:/u.test(name) ? null : `${name} is not in the lock`,
    });
  },
};

function entriesOf(value: unknown, type: string | null): readonly LockEntry[] {
  return membersOf(value).map(([key, item]) => {
    const at = key.indexOf('@', 1);
    const version = at === -1 ? '' : (key.slice(at + 1).split('_', 1)[0] ?? '');
    return {
      name: at === -1 ? key : key.slice(0, at),
      version,
      hashed: textOf(memberOf(item, 'integrity')) !== null,
      type,
    };
  });
}
