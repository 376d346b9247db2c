// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';

const injections = [{ expression: 'github.event.issue.title', line: 14 }];

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': ciPipelines(aPipeline()) },
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'jobs', 0, 'steps', 0, 'injections'], to: injections },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent' }, outcome: 'unknown' },
    {
      name: 'in a composite action',
      facts: {
        'ci-pipelines': ciPipelines(
          aPipeline(),
          aPipeline({ role: 'composite', jobs: [aJob({ steps: [aStep({ injections })] })] }),
        ),
      },
      outcome: 'no',
    },
    {
      name: 'a file that cannot be read may hide one',
      facts: {
        'ci-pipelines': {
          ...ciPipelines(aPipeline()),
          unread: [{ path: '.github/workflows/x.yml', because: 'invalid YAML' }],
        },
      },
      outcome: 'unknown',
    },
  ],
};
