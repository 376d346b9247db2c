// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aPipeline, ciPipelines } from '../../testing/fixture-facts.ts';

const pinned = {
  kind: 'action',
  reference: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683',
  pinnedBy: 'commit',
  line: 12,
} as const;

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': ciPipelines(aPipeline({ externalUses: [pinned] })) },
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'externalUses', 0, 'pinnedBy'], to: 'tag' },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent' }, outcome: 'unknown' },
    {
      name: 'pipelines that use nothing from outside',
      facts: { 'ci-pipelines': ciPipelines(aPipeline()) },
      outcome: 'not-applicable',
    },
    {
      name: 'a file that cannot be read may hide a use',
      facts: {
        'ci-pipelines': {
          ...ciPipelines(aPipeline({ externalUses: [pinned] })),
          unread: [{ path: '.github/workflows/x.yml', because: 'invalid YAML' }],
        },
      },
      outcome: 'unknown',
    },
  ],
};
