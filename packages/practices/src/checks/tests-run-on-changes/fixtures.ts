// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines } from '@plumbline/core/facts/ci-pipelines';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';
import { aTree } from '../../testing/fixture-records.ts';

const tool = { tool: 'pytest', purposes: ['test'], languages: ['python'], line: 18 } as const;
const job = aJob({ steps: [aStep({ tools: [tool] })] });
const facts = (ci: CiPipelines | 'absent'): FixtureFacts => ({
  'ci-pipelines': ci,
  'repository-tree': aTree({ Python: 9000 }),
});

export const fixtures: CheckFixtures = {
  facts: facts(ciPipelines(aPipeline({ jobs: [job] }))),
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'jobs', 0, 'onPush'], to: 'no' },
  also: [
    {
      name: 'one pipeline on pull requests, another on pushes',
      facts: facts(
        ciPipelines(
          aPipeline({ jobs: [{ ...job, onPush: 'no' }] }),
          aPipeline({ path: '.github/workflows/main.yml', jobs: [{ ...job, onPullRequest: 'no' }] }),
        ),
      ),
      outcome: 'yes',
    },
    {
      name: 'a workflow that only others call',
      facts: facts(ciPipelines(aPipeline({ role: 'reusable', jobs: [job] }))),
      outcome: 'no',
    },
    { name: 'no test tool', facts: facts(ciPipelines(aPipeline())), outcome: 'no' },
    { name: 'no pipeline', facts: facts('absent'), outcome: 'no' },
    {
      name: 'a pipeline file that cannot be read',
      facts: facts({ ...ciPipelines(), unread: [{ path: '.github/workflows/x.yml', because: 'invalid YAML' }] }),
      outcome: 'unknown',
    },
    { name: 'no source', facts: { ...facts('absent'), 'repository-tree': 'absent' }, outcome: 'not-applicable' },
  ],
};
