// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines } from '@plumbline/core/facts/ci-pipelines';
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aHistory } from '../../testing/fixture-history.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';
import { anInventory, noDependencies } from '../../testing/fixture-records.ts';

const bot: UpdateBot = {
  bot: 'dependabot',
  path: '.github/dependabot.yml',
  enabled: true,
  ecosystems: ['npm'],
  directories: ['/'],
};
const sca = aJob({
  steps: [aStep({ tools: [{ tool: 'osv-scanner', purposes: ['sca'], languages: ['*'], line: 12 }] })],
});
const daily = ciPipelines(
  aPipeline({
    triggers: [{ event: 'schedule', defaultBranch: 'yes', branches: [], paths: 'none', line: 3 }],
    jobs: [sca],
  }),
);
const watched = (bots: readonly UpdateBot[] | 'absent', ci: CiPipelines = ciPipelines(aPipeline())): FixtureFacts => ({
  'dependency-inventory': anInventory(),
  'update-bots': bots === 'absent' ? bots : { bots },
  'ci-pipelines': ci,
  'git-history': aHistory(),
});
const { 'git-history': _, ...withoutHistory } = watched([bot]);
const quiet = { commits: 50, signed: 0, signedByForge: 0, byBots: 0, signedByBots: 0 };

export const fixtures: CheckFixtures = {
  facts: watched([bot]),
  flip: { kind: 'update-bots', at: ['bots', 0, 'enabled'], to: false },
  also: [
    {
      name: 'only the actions are updated',
      facts: watched([{ ...bot, ecosystems: ['github-actions'] }]),
      outcome: 'no',
    },
    { name: 'it finds the manifests itself', facts: watched([{ ...bot, ecosystems: ['*'] }]), outcome: 'yes' },
    { name: 'a daily analysis instead', facts: watched('absent', daily), outcome: 'yes' },
    {
      name: 'analysis of changes only',
      facts: watched('absent', ciPipelines(aPipeline({ jobs: [sca] }))),
      outcome: 'no',
    },
    { name: 'nothing, and no pipeline', facts: { ...watched('absent'), 'ci-pipelines': 'absent' }, outcome: 'no' },
    { name: 'no history to show updates', facts: withoutHistory, outcome: 'unknown' },
    {
      name: 'nobody acts upon it',
      facts: { ...watched([bot]), 'git-history': aHistory({}, { window: quiet }) },
      outcome: 'unknown',
    },
    {
      name: 'a pipeline outside the tree may do it',
      facts: watched('absent', {
        ...ciPipelines(aPipeline()),
        elsewhere: [{ path: '.gitlab-ci.yml', line: 2, what: 'template', reference: 'group/ci' }],
      }),
      outcome: 'unknown',
    },
    {
      name: 'no dependencies',
      facts: { ...watched([bot]), 'dependency-inventory': noDependencies },
      outcome: 'not-applicable',
    },
  ],
};
