// SPDX-License-Identifier: Apache-2.0
import type { ThreatModel } from '@plumbline/core/facts/threat-models';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { noDocuments } from '../../testing/fixture-records.ts';
import { aThreat, aThreatModel, threatModels } from '../../testing/fixture-threat-models.ts';

const withModel = (model: Partial<ThreatModel>): FixtureFacts => ({
  'threat-models': threatModels(aThreatModel(model)),
  'project-documents': noDocuments,
});

export const fixtures: CheckFixtures = {
  facts: withModel({ threats: [aThreat(), aThreat({ id: 'T2', state: 'open', owner: 'platform team' })] }),
  flip: { kind: 'threat-models', at: ['models', 0, 'threats', 1, 'owner'], to: null },
  also: [
    { name: 'an undecided one', facts: withModel({ threats: [aThreat({ state: 'undecided' })] }), outcome: 'no' },
    { name: 'an accepted one', facts: withModel({ threats: [aThreat({ state: 'accepted' })] }), outcome: 'yes' },
    { name: 'prose only', facts: withModel({ format: 'prose', threats: null }), outcome: 'unknown' },
    { name: 'boundaries but no threats', facts: withModel({ threats: [] }), outcome: 'unknown' },
    { name: 'no model', facts: { 'threat-models': 'absent', 'project-documents': noDocuments }, outcome: 'no' },
  ],
};
