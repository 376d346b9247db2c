// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

export const fixtures: CheckFixtures = {
  facts: {
    'record:policies': {
      path: 'security/policies.yaml',
      placeholder: false,
      content: {
        policies: [
          {
            id: 'INF-1',
            title: 'Development infrastructure',
            covers: 'infrastructure',
            owner: 'platform team',
            reviewedOn: '2026-03-01',
            document: 'docs/infrastructure.md',
            clauses: [{ id: 'INF-1.1', text: 'Build hosts are ephemeral', watchedBy: ['builds-isolated'] }],
          },
        ],
      },
    },
  },
  flip: { kind: 'record:policies', at: ['content', 'policies', 0, 'reviewedOn'], to: '2024-03-01' },
  also: [{ name: 'no register', facts: { 'record:policies': 'absent' }, outcome: 'no' }],
};
