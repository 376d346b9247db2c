// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { readYaml } from '../../platform/located-yaml/read-yaml.ts';
import { parseProse } from '../../platform/prose/parse-prose.ts';
import { memberOf, textsOf } from '../../platform/syntax/json-value.ts';
import { countPeople } from './count-people.ts';
import { rolePaths, type RoleFile } from './role-paths.ts';
import { rolesInAliases, rolesInCodeOwners, rolesInContacts, rolesInMaintainers } from './roles-in-lists.ts';
import { rolesInProse, type FoundRole } from './roles-in-prose.ts';

const namedMax = 100;

/**
 * Which files name people or teams accountable for security. A list of maintainers alone does not; their written duty
 * for security does. A mailbox for reports is no role, and a person thanked is none.
 */
export const securityRolesFilesCollector: Collector = {
  id: 'security-roles-files',
  version: '1',
  title: 'Reads GOVERNANCE, MAINTAINERS, OWNERS, SECURITY_CONTACTS and security documents for who is accountable',
  kinds: ['security-roles-files'],
  needs: ['tree'],
  timeoutMs: 30_000,
  collect: async ({ repository }: CollectorInput): Promise<readonly Collected[]> => {
    const files = rolePaths(treePaths(repository));
    const texts = new Map<string, string>();
    await repository.read(
      files.map(({ path }) => path),
      (path, content) => {
        if (content.state === 'text') texts.set(path, content.text);
      },
    );
    const lookedAt = [...texts.keys()];
    const location = 'tree of the commit';
    if (lookedAt.length === 0)
      return [
        {
          kind: 'security-roles-files',
          state: 'absent',
          location,
          lookedIn: 'GOVERNANCE, MAINTAINERS, OWNERS, SECURITY_CONTACTS and SECURITY in the tree',
        },
      ];
    const keepers = Math.max(0, ...[...texts].map(([path, text]) => listedKeepers(path, text)));
    const found = files.flatMap((file) => rolesOf(file, texts.get(file.path) ?? '', keepers)).slice(0, namedMax);
    const real = found.filter(({ template }) => !template);
    const named = (real.length > 0 ? real : found).map(({ role, holders, at }) => ({ role, holders, at }));
    const fact = { named, lookedAt, placeholder: found.length > 0 && real.length === 0 };
    return [
      {
        kind: 'security-roles-files',
        state: 'found',
        fact,
        location: named[0]?.at.path ?? location,
        strength: 'documented',
      },
    ];
  },
};

function rolesOf({ path, reading }: RoleFile, text: string, keepers: number): readonly FoundRole[] {
  switch (reading) {
    case 'contacts':
      return rolesInContacts(path, text);
    case 'aliases':
      return rolesInAliases(path, text);
    case 'code-owners':
      return rolesInCodeOwners(path, text);
    case 'maintainers': {
      const sections = rolesInMaintainers(path, text);
      return sections.length > 0 ? sections : rolesInProse(parseProse(path, text), keepers);
    }
    case 'prose':
      return rolesInProse(parseProse(path, text), keepers);
  }
}

/** How many maintainers a file lists: entries with a person, or approvers of an OWNERS file. */
function listedKeepers(path: string, text: string): number {
  const name = path.split('/').at(-1) ?? '';
  if (!/^(?:maintainers|owners|governance|committers|team|core[-_]team|codeowners)\b/iu.test(name)) return 0;
  if (/^OWNERS$/u.test(name)) {
    const reading = readYaml(text);
    return reading.state === 'read'
      ? ['approvers', 'maintainers', 'owners'].flatMap((key) => textsOf(memberOf(reading.value, key))).length
      : 0;
  }
  const entries = parseProse(path, text).passages.filter(({ kind }) => kind !== 'code');
  return entries.filter((passage) => passage.text.length < 300 && countPeople(passage.text) > 0).length;
}
