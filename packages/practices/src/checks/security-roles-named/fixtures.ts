// SPDX-License-Identifier: Apache-2.0
import type { SecurityInsights } from '@plumbline/core/facts/security-insights';
import type { SecurityRolesFiles } from '@plumbline/core/facts/security-roles-files';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

const files: SecurityRolesFiles = {
  named: [{ role: 'security team', holders: 3, at: { path: 'GOVERNANCE.md', line: 40 } }],
  lookedAt: ['GOVERNANCE.md'],
  placeholder: false,
};
const insights: SecurityInsights = {
  path: 'SECURITY-INSIGHTS.yml',
  schemaVersion: '2.0.0',
  lastReviewed: '2026-01-01',
  expires: null,
  champions: ['ada'],
  administrators: [],
  coreTeam: ['ada', 'grace'],
  reportContact: 'security@example.com',
  policyUrl: null,
  tools: [],
  problems: [],
  placeholder: false,
};
const nobody = { ...files, named: [] };

export const fixtures: CheckFixtures = {
  facts: { 'security-roles-files': files, 'security-insights': 'absent' },
  flip: { kind: 'security-roles-files', at: ['named'], to: [] },
  also: [
    {
      name: 'champions in SECURITY-INSIGHTS',
      facts: { 'security-roles-files': nobody, 'security-insights': insights },
      outcome: 'yes',
    },
    {
      name: 'SECURITY-INSIGHTS that has expired',
      facts: { 'security-roles-files': nobody, 'security-insights': { ...insights, expires: '2026-05-01' } },
      outcome: 'no',
    },
    {
      name: 'a report mailbox and a core team are no security role',
      facts: { 'security-roles-files': 'absent', 'security-insights': { ...insights, champions: [] } },
      outcome: 'no',
    },
    {
      name: 'a template that nobody filled in',
      facts: { 'security-roles-files': { ...files, placeholder: true }, 'security-insights': 'absent' },
      outcome: 'no',
    },
    {
      name: 'code owners alone',
      facts: {
        'security-roles-files': 'absent',
        'security-insights': 'absent',
        'code-owners': {
          path: '.github/CODEOWNERS',
          format: 'codeowners',
          rules: 1,
          owners: 1,
          sourceFiles: 10,
          ownedSourceFiles: 10,
          unownedExamples: [],
          problems: [],
          placeholder: false,
        },
      },
      outcome: 'no',
    },
    { name: 'SECURITY-INSIGHTS unread', facts: { 'security-roles-files': nobody }, outcome: 'unknown' },
  ],
};
