// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';
import { statementsOn } from '../../testing/fixture-records.ts';

const tools = [{ tool: 'codeql', purposes: ['sast'], languages: ['python'], line: 12 }] as const;
const ci = ciPipelines(aPipeline({ jobs: [aJob({ steps: [aStep({ tools })] })] }));
const decided = (...decision: readonly string[]): FixtureFacts => ({
  'record:statements': statementsOn('review-and-analysis-decided', { decision }),
  'ci-pipelines': ci,
});

export const fixtures: CheckFixtures = {
  facts: decided('peer-review', 'sast'),
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'jobs', 0, 'steps', 0, 'tools'], to: [] },
  also: [
    { name: 'a tool by its id', facts: decided(tools[0].tool), outcome: 'yes' },
    { name: 'a tool that no pipeline runs', facts: decided('peer-review', 'sast', 'another-tool'), outcome: 'no' },
    { name: 'only what people do', facts: decided('peer-review'), outcome: 'not-applicable' },
    { name: 'nothing was decided', facts: decided(), outcome: 'no' },
    { name: 'no statement', facts: { ...decided(), 'record:statements': 'absent' }, outcome: 'no' },
    { name: 'no pipeline', facts: { ...decided('peer-review', 'sast'), 'ci-pipelines': 'absent' }, outcome: 'no' },
    {
      name: 'a pipeline outside the tree may run it',
      facts: {
        ...decided('another-tool'),
        'ci-pipelines': {
          ...ci,
          elsewhere: [{ path: '.gitlab-ci.yml', line: 1, what: 'template', reference: 'group/ci' }],
        },
      },
      outcome: 'unknown',
    },
  ],
};
