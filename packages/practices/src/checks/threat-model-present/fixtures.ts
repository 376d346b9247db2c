// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { noDocuments } from '../../testing/fixture-records.ts';
import { aThreatModel, threatModels } from '../../testing/fixture-threat-models.ts';

const linked = {
  ...noDocuments,
  elsewhere: [{ topic: 'threat-model', url: 'https://example.com/model', at: { path: 'README.md', line: 9 } }] as const,
};

export const fixtures: CheckFixtures = {
  facts: { 'threat-models': threatModels(aThreatModel({ trustBoundaries: 0 })), 'project-documents': noDocuments },
  flip: { kind: 'threat-models', at: ['models', 0, 'threats'], to: [] },
  also: [
    {
      name: 'a starter that nobody filled in',
      facts: { 'threat-models': threatModels(aThreatModel({ placeholder: true })), 'project-documents': noDocuments },
      outcome: 'unknown',
    },
    {
      name: 'prose about this product',
      facts: {
        'threat-models': threatModels(aThreatModel({ format: 'prose', threats: null, trustBoundaries: 0 })),
        'project-documents': noDocuments,
      },
      outcome: 'yes',
    },
    {
      name: 'a model that names neither threats nor boundaries',
      facts: {
        'threat-models': threatModels(aThreatModel({ threats: [], trustBoundaries: 0 })),
        'project-documents': noDocuments,
      },
      outcome: 'no',
    },
    { name: 'none', facts: { 'threat-models': 'absent', 'project-documents': noDocuments }, outcome: 'no' },
    { name: 'no documents at all', facts: { 'threat-models': 'absent', 'project-documents': 'absent' }, outcome: 'no' },
    { name: 'a link to one', facts: { 'threat-models': 'absent', 'project-documents': linked }, outcome: 'unknown' },
  ],
};
