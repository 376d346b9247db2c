// SPDX-License-Identifier: Apache-2.0
import type { Threat, ThreatModel, ThreatModels } from '@plumbline/core/facts/threat-models';

export function aThreat(threat: Partial<Threat> = {}): Threat {
  return { id: 'T1', title: 'Forged token', state: 'mitigated', owner: null, ...threat };
}

export function aThreatModel(model: Partial<ThreatModel> = {}): ThreatModel {
  return {
    at: {
      path: 'security/threat-models/api.yaml',
      line: 1,
    },
    format: 'plumbline',
    title: 'The API',
    threats: [aThreat()],
    trustBoundaries: 2,
    reviewedOn: '2026-04-01',
    lastChangedOn: '2026-03-01',
    placeholder: false,
    ...model,
  };
}

/** The architecture last changed on 2026-02-01. */
export function threatModels(...models: readonly ThreatModel[]): ThreatModels {
  return { models, architectureChangedOn: '2026-02-01' };
}
