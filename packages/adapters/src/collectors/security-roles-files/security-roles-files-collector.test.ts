// SPDX-License-Identifier: Apache-2.0
import type { SecurityRolesFiles } from '@plumbline/core/facts/security-roles-files';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { securityRolesFilesCollector } from './security-roles-files-collector.ts';

async function collect(files: { readonly [path: string]: string }): Promise<SecurityRolesFiles | null> {
  const [item] = await securityRolesFilesCollector.collect(collectorInput(files));
  return item?.kind === 'security-roles-files' && item.state === 'found' ? item.fact : null;
}

async function rolesOf(
  path: string,
  text: string,
): Promise<readonly (readonly [string, number, number | undefined])[]> {
  return ((await collect({ [path]: text }))?.named ?? []).map(({ role, holders, at }) => [
    role.toLowerCase(),
    holders,
    at.line,
  ]);
}

describe('names people or teams', () => {
  test.each<readonly [string, string, string, readonly (readonly [string, number, number])[]]>([
    [
      'SECURITY_CONTACTS',
      'SECURITY_CONTACTS',
      '# Security contacts of this repo.\n# DO NOT REPORT TO THESE NAMES\n\nalexmt\njessesuen\n',
      [['security contacts', 2, 4]],
    ],
    ['records', 'SECURITY_ADVISORS', '# GitHub ID, Name\n"ada","Ada L","ada@x.org"\n', [['security advisors', 1, 2]]],
    [
      'a list under a heading',
      'GOVERNANCE.md',
      '# Governance\n\n## Security Team\n\nIt handles reports.\n\n- Ada Lovelace (@ada)\n- [Bo Example](https://github.com/bo)\n',
      [['security team', 2, 3]],
    ],
    [
      'a sentence with handles',
      'SECURITY.md',
      '# Security\n\nSecurity team: @ada, @bo and @cy.\n',
      [['security team', 3, 3]],
    ],
    [
      'an officer by name',
      'GOVERNANCE.md',
      '# Roles\n\nThe security officer is Ada Lovelace.\n',
      [['security officer', 1, 3]],
    ],
    [
      'a row of a table',
      'MAINTAINERS.md',
      '# Maintainers\n\n| Name | Handle | Role |\n|---|---|---|\n| Ada | @ada | Security lead |\n| Bo | @bo | Docs |\n',
      [['security lead', 1, 5]],
    ],
    [
      'a responsible team',
      'docs/security/README.md',
      '# S\n\nThe Product Security Committee (PSC) is responsible for organizing the response.\n',
      [['product security committee', 1, 3]],
    ],
    [
      'a duty of listed maintainers',
      'MAINTAINERS.md',
      '# Maintainers\n\n- Ada (@ada)\n- Bo (@bo)\n\n## Maintainer responsibilities\n\n- Respond to security incidents within a week\n',
      [['maintainers, for security', 2, 8]],
    ],
    [
      'a team whose members are not listed, and its duties',
      'docs/GOVERNANCE.md',
      '# G\n\n## Security team members\n\nWe have a security team: the receivers of reports.\n',
      [['security team members', 1, 5]],
    ],
    [
      'a team at work in a guide of maintainers',
      'docs/MAINTAINERS.adoc',
      '= M\n\n* The security team uses a different process for fixes.\n',
      [['security team', 1, 3]],
    ],
    [
      'who answers for incidents',
      '.github/INCIDENT_RESPONSE.md',
      '# Plan\n\nThe four members of the core team share collective responsibility for incident response.\n',
      [['maintainers, for incidents', 1, 3]],
    ],
    ['aliases', 'OWNERS_ALIASES', 'aliases:\n  docs: [bo]\n  security-team: [ada, cy]\n', [['security-team', 2, 3]]],
    ['a team in CODEOWNERS', 'CODEOWNERS', '* @x/devs\n/auth @x/product-security\n', [['x/product-security', 1, 2]]],
    [
      'the kernel’s form',
      'MAINTAINERS',
      'Words.\n\nSECURITY CONTACT\nM:\tAda <ada@x.org>\nF:\tDocumentation/security.rst\n',
      [['security contact', 1, 3]],
    ],
  ])('%s', async (_, path, text, expected) => {
    expect(await rolesOf(path, text)).toEqual(expected);
  });
});

describe('names nobody', () => {
  test.each<readonly [string, string, string]>([
    ['a mailbox', 'SECURITY.md', '# Security\n\nSecurity contact: security@x.org.\n'],
    ['a team that only answers', 'SECURITY.md', '# Security\n\nThe security team will keep you informed, @reporter.\n'],
    ['a team at work in a policy', 'SECURITY.md', '# S\n\nThe security team handles your report.\n'],
    ['maintainers alone', 'MAINTAINERS.md', '# Maintainers\n\n- Ada (@ada), Open Source Security Foundation\n'],
    ['finders', 'SECURITY.md', '# Security\n\n## Security team hall of fame\n\n- Ada (@ada)\n'],
    ['an owner of a file', 'CODEOWNERS', 'SECURITY.md @ada\n'],
    ['a security subsystem', 'MAINTAINERS', 'SECURITY SUBSYSTEM\nM:\tAda <ada@x.org>\nF:\tsecurity/\n'],
    [
      'contacts kept elsewhere',
      'SECURITY_CONTACTS.md',
      '# Security contacts\n\nPlease refer to the [contacts](https://x.org/SECURITY_CONTACTS.md).\n',
    ],
  ])('%s', async (_, path, text) => {
    expect(await collect({ [path]: text })).toEqual({ named: [], lookedAt: [path], placeholder: false });
  });
});

test('a template is a placeholder; no file at all is absent', async () => {
  expect(
    await collect({ 'GOVERNANCE.md': '# G\n\nSecurity team: @ada [your name here], TODO: fill in\n' }),
  ).toMatchObject({ placeholder: true });
  expect(await collect({ 'src/a.ts': '' })).toBeNull();
});

test('never throws', async () => {
  const bits = fc.array(
    fc.constantFrom(
      'security team',
      ': ',
      '@a',
      '\n',
      '- ',
      '|',
      '# ',
      'Ada Lovelace',
      'responsible for',
      'M:\t',
      'aliases:',
      ' ',
    ),
    { maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(bits, async (words) => {
      const text = words.join('');
      const fact = await collect({
        'GOVERNANCE.md': text,
        MAINTAINERS: text,
        OWNERS_ALIASES: text,
        SECURITY_CONTACTS: text,
        CODEOWNERS: text,
      });
      expect(fact?.lookedAt).toHaveLength(5);
    }),
  );
});
