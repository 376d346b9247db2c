// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines, Job, Step, Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';
import { aTree } from '../../testing/fixture-records.ts';

const trigger = (event: Trigger['event'], change: Partial<Trigger> = {}): Trigger => ({
  event,
  defaultBranch: 'yes',
  branches: [],
  paths: 'none',
  line: 3,
  ...change,
});
const sast = (languages: readonly string[], step: Partial<Step> = {}): Job =>
  aJob({ steps: [aStep({ tools: [{ tool: 'codeql', purposes: ['sast'], languages, line: 21 }], ...step })] });
const facts = (ci: CiPipelines | 'absent'): FixtureFacts => ({
  'ci-pipelines': ci,
  'repository-tree': aTree({ TypeScript: 9000, Python: 900 }),
});
const onChanges = (...jobs: readonly Job[]): FixtureFacts => facts(ciPipelines(aPipeline({ jobs })));
const startedBy = (...triggers: readonly Trigger[]): FixtureFacts =>
  facts(ciPipelines(aPipeline({ triggers, jobs: [sast(['javascript'])] })));

export const fixtures: CheckFixtures = {
  facts: onChanges(sast(['javascript'])),
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'jobs', 0, 'steps', 0, 'tools', 0, 'languages'], to: ['python'] },
  also: [
    { name: 'it does not block', facts: onChanges(sast(['*'], { mayFail: true })), outcome: 'yes' },
    {
      name: 'a linter is none',
      facts: onChanges(
        aJob({
          steps: [aStep({ tools: [{ tool: 'eslint', purposes: ['lint'], languages: ['javascript'], line: 8 }] })],
        }),
      ),
      outcome: 'no',
    },
    { name: 'on a schedule only', facts: startedBy(trigger('schedule')), outcome: 'no' },
    { name: 'on pushes only', facts: startedBy(trigger('push')), outcome: 'no' },
    {
      name: 'documentation left out',
      facts: startedBy(trigger('push', { paths: 'documentation' }), trigger('pull-request')),
      outcome: 'yes',
    },
    {
      name: 'some paths only',
      facts: startedBy(trigger('push', { paths: 'partial' }), trigger('pull-request')),
      outcome: 'unknown',
    },
    {
      name: 'other branches',
      facts: startedBy(trigger('push', { defaultBranch: 'no' }), trigger('pull-request')),
      outcome: 'no',
    },
    {
      name: 'a condition that cannot be read',
      facts: onChanges(
        sast(['javascript'], { condition: 'env.SCAN == 1', onPullRequest: 'unknown', onPush: 'unknown' }),
      ),
      outcome: 'unknown',
    },
    { name: 'languages that it does not name', facts: onChanges(sast([])), outcome: 'unknown' },
    { name: 'no pipeline', facts: facts('absent'), outcome: 'no' },
    {
      name: 'a called workflow outside the tree',
      facts: facts({
        ...ciPipelines(aPipeline()),
        elsewhere: [
          {
            path: '.github/workflows/ci.yml',
            line: 9,
            what: 'called-workflow',
            reference: 'org/ci/.github/workflows/scan.yml@v1',
          },
        ],
      }),
      outcome: 'unknown',
    },
    {
      name: 'no source',
      facts: { ...onChanges(sast(['javascript'])), 'repository-tree': aTree({}) },
      outcome: 'not-applicable',
    },
  ],
};
