// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { noDocuments } from '../../testing/fixture-records.ts';

export const fixtures: CheckFixtures = {
  facts: { 'project-documents': { ...noDocuments, codingStandards: [{ path: 'CONTRIBUTING.md', line: 40 }] } },
  flip: { kind: 'project-documents', at: ['codingStandards'], to: [] },
  also: [
    { name: 'no documents', facts: { 'project-documents': 'absent' }, outcome: 'no' },
    {
      name: 'kept elsewhere',
      facts: {
        'project-documents': {
          ...noDocuments,
          elsewhere: [
            { topic: 'coding-standard', url: 'https://example.com/style', at: { path: 'README.md', line: 7 } },
          ],
        },
      },
      outcome: 'unknown',
    },
    {
      name: 'another topic kept elsewhere',
      facts: {
        'project-documents': {
          ...noDocuments,
          elsewhere: [{ topic: 'governance', url: 'https://example.com/rules', at: { path: 'README.md', line: 8 } }],
        },
      },
      outcome: 'no',
    },
  ],
};
