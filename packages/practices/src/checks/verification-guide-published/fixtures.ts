// SPDX-License-Identifier: Apache-2.0
import type { ProjectDocuments } from '@plumbline/core/facts/project-documents';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

const documents: ProjectDocuments = {
  codingStandards: [],
  verificationGuides: [{ at: { path: 'docs/verify.md', line: 3 }, verifies: ['signature', 'checksum'] }],
  elsewhere: [],
};

export const fixtures: CheckFixtures = {
  facts: { 'project-documents': documents },
  flip: { kind: 'project-documents', at: ['verificationGuides'], to: [] },
  also: [
    { name: 'no documents', facts: { 'project-documents': 'absent' }, outcome: 'no' },
    {
      name: 'a link to another place',
      facts: {
        'project-documents': {
          ...documents,
          verificationGuides: [],
          elsewhere: [{ topic: 'verification', url: 'https://example.com/verify', at: { path: 'README.md', line: 9 } }],
        },
      },
      outcome: 'unknown',
    },
  ],
};
