// SPDX-License-Identifier: Apache-2.0
import type { ThreatModels } from '@plumbline/core/facts/threat-models';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { noDocuments } from '../../testing/fixture-records.ts';
import { aThreatModel, threatModels } from '../../testing/fixture-threat-models.ts';

const withModels = (models: ThreatModels | 'absent'): FixtureFacts => ({
  'threat-models': models,
  'project-documents': noDocuments,
});
const quiet = (reviewedOn: string): ThreatModels => ({
  models: [aThreatModel({ reviewedOn, lastChangedOn: null })],
  architectureChangedOn: null,
});

export const fixtures: CheckFixtures = {
  facts: withModels(threatModels(aThreatModel())),
  flip: { kind: 'threat-models', at: ['architectureChangedOn'], to: '2026-05-02' },
  also: [
    { name: 'no model', facts: withModels('absent'), outcome: 'no' },
    { name: 'nothing changed in the window', facts: withModels(quiet('2025-09-01')), outcome: 'yes' },
    {
      name: 'an old model, and nothing came or went since',
      facts: withModels({ ...quiet('2021-09-01'), architectureLookedSince: '2021-09-01' }),
      outcome: 'yes',
    },
    {
      name: 'a service came after the model',
      facts: withModels({
        ...quiet('2026-04-01'),
        architectureLookedSince: '2026-04-01',
        architectureChangedOn: '2026-05-01T12:00:00Z',
        architectureChange: {
          what: 'new service db of compose.yaml',
          path: 'compose.yaml',
          on: '2026-05-01T12:00:00Z',
        },
      }),
      outcome: 'no',
    },
    { name: 'older than the window', facts: withModels(quiet('2021-09-01')), outcome: 'unknown' },
    {
      name: 'no date',
      facts: withModels(threatModels(aThreatModel({ reviewedOn: null, lastChangedOn: null }))),
      outcome: 'unknown',
    },
    {
      name: 'a review that is yet to come does not count',
      facts: withModels(threatModels(aThreatModel({ reviewedOn: '2027-01-01', lastChangedOn: '2025-01-01' }))),
      outcome: 'no',
    },
    {
      name: 'one current model beside an old one',
      facts: withModels(threatModels(aThreatModel(), aThreatModel({ reviewedOn: '2020-01-01', lastChangedOn: null }))),
      outcome: 'yes',
    },
  ],
};
