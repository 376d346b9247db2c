// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aStep } from '../../testing/fixture-facts.ts';
import { aTool, pipelinesWith } from '../../testing/tool-use-fixture.ts';

const tool = aTool('gitleaks', 'secret-scan');

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': pipelinesWith([tool]) },
  flip: {
    kind: 'ci-pipelines',
    at: ['pipelines', 0, 'jobs', 0, 'steps', 0, 'tools'],
    to: [aTool('renovate', 'update')],
  },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent' }, outcome: 'no' },
    {
      name: 'without blocking it is configured all the same',
      facts: {
        'ci-pipelines': pipelinesWith([], { jobs: [aJob({ mayFail: true, steps: [aStep({ tools: [tool] })] })] }),
      },
      outcome: 'yes',
    },
    {
      name: 'a reusable workflow that nothing calls',
      facts: { 'ci-pipelines': pipelinesWith([tool], { role: 'reusable' }) },
      outcome: 'no',
    },
    {
      name: 'a file that cannot be read may do it',
      facts: {
        'ci-pipelines': {
          ...pipelinesWith([]),
          unread: [{ path: '.github/workflows/x.yml', because: 'invalid YAML' }],
        },
      },
      outcome: 'unknown',
    },
  ],
};
