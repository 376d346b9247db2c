// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, ciPipelines } from '../../testing/fixture-facts.ts';

const jobs = [aJob({ permissions: 'unset' })];

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': ciPipelines(aPipeline({ permissions: 'none', jobs })) },
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'permissions'], to: 'unset' },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent' }, outcome: 'unknown' },
    {
      name: 'every job has its own block',
      facts: {
        'ci-pipelines': ciPipelines(
          aPipeline({ permissions: 'unset', jobs: [aJob({ permissions: 'listed' }), aJob({ permissions: 'read' })] }),
        ),
      },
      outcome: 'yes',
    },
    {
      name: 'one job of two has none',
      facts: {
        'ci-pipelines': ciPipelines(
          aPipeline({ permissions: 'unset', jobs: [aJob({ permissions: 'listed' }), aJob({ permissions: 'unset' })] }),
        ),
      },
      outcome: 'no',
    },
    {
      name: 'a job that may write everything under a limited top level',
      facts: {
        'ci-pipelines': ciPipelines(aPipeline({ permissions: 'read', jobs: [aJob({ permissions: 'write-all' })] })),
      },
      outcome: 'no',
    },
    {
      name: 'a reusable workflow runs with the rights of its caller',
      facts: {
        'ci-pipelines': ciPipelines(
          aPipeline({ permissions: 'read' }),
          aPipeline({ role: 'reusable', permissions: 'unset', jobs }),
        ),
      },
      outcome: 'yes',
    },
    {
      name: 'GitLab keeps it in settings',
      facts: { 'ci-pipelines': ciPipelines(aPipeline({ system: 'gitlab-ci', permissions: 'unset', jobs })) },
      outcome: 'unknown',
    },
    {
      name: 'Jenkins has no such token',
      facts: { 'ci-pipelines': ciPipelines(aPipeline({ system: 'jenkins', permissions: 'unset', jobs })) },
      outcome: 'not-applicable',
    },
    {
      name: 'a file that cannot be read',
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
