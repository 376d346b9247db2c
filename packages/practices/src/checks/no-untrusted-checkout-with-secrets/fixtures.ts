// SPDX-License-Identifier: Apache-2.0
import type { Job, Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';

const on = (event: Trigger['event']): readonly Trigger[] => [
  { event, defaultBranch: 'yes', branches: [], paths: 'none', line: 2 },
];
const steps = [aStep({ checksOutUntrusted: true })];
const pipelines = (event: Trigger['event'], job: Partial<Job>): FixtureFacts => ({
  'ci-pipelines': ciPipelines(
    aPipeline({ triggers: on(event), permissions: 'unset', jobs: [aJob({ steps, ...job })] }),
  ),
});

export const fixtures: CheckFixtures = {
  facts: pipelines('pull-request-target', { steps: [aStep()], usesSecrets: true }),
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'jobs', 0, 'steps', 0, 'checksOutUntrusted'], to: true },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent' }, outcome: 'unknown' },
    { name: 'an ordinary pull request', facts: pipelines('pull-request', { usesSecrets: true }), outcome: 'yes' },
    {
      name: 'secrets beside a pull request, on a server of one’s own',
      facts: { 'ci-pipelines': ciPipelines(aPipeline({ system: 'woodpecker', jobs: [aJob({ steps })] })) },
      outcome: 'unknown',
    },
    { name: 'a comment starts it', facts: pipelines('comment', { permissions: 'listed' }), outcome: 'no' },
    {
      name: 'the default rights count as write',
      facts: pipelines('workflow-run', { permissions: 'unset' }),
      outcome: 'no',
    },
    {
      name: 'a token that can only read',
      facts: pipelines('pull-request-target', { permissions: 'read' }),
      outcome: 'yes',
    },
    {
      name: 'only when both sides are one repository',
      facts: pipelines('pull-request-target', {
        usesSecrets: true,
        condition: 'github.event.pull_request.head.repo.full_name == github.repository',
      }),
      outcome: 'yes',
    },
    {
      name: 'a condition that is turned round',
      facts: pipelines('pull-request-target', {
        usesSecrets: true,
        condition: '!(github.event.pull_request.head.repo.full_name == github.repository)',
      }),
      outcome: 'no',
    },
    {
      name: 'a condition with a way around it',
      facts: pipelines('pull-request-target', {
        usesSecrets: true,
        condition: "github.event.pull_request.head.repo.full_name == github.repository || github.actor == 'x'",
      }),
      outcome: 'no',
    },
  ],
};
