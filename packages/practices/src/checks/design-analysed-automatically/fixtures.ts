// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';

const tool = { tool: 'threagile', purposes: ['sast'], languages: [], line: 14 } as const;
const pipeline = aPipeline({ jobs: [aJob({ steps: [aStep({ tools: [tool] })] })] });
const other: FixtureFacts = { 'ci-pipelines': ciPipelines(aPipeline()) };

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': ciPipelines(pipeline) },
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'jobs', 0, 'steps', 0, 'tools'], to: [] },
  also: [
    { name: 'no pipeline', facts: { 'ci-pipelines': 'absent' }, outcome: 'no' },
    { name: 'another tool', facts: other, outcome: 'no' },
    {
      name: 'a template outside the tree may hold it',
      facts: {
        'ci-pipelines': {
          ...ciPipelines(aPipeline()),
          elsewhere: [{ path: '.gitlab-ci.yml', line: 1, what: 'template', reference: 'group/templates' }],
        },
      },
      outcome: 'unknown',
    },
  ],
};
