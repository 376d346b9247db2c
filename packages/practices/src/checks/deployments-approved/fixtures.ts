// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, ciPipelines } from '../../testing/fixture-facts.ts';
import { forgeSettings } from '../../testing/forge-settings-fixture.ts';

const deployingTo = (environment: string) => ciPipelines(aPipeline({ jobs: [aJob({ environment })] }));
const none = { ...forgeSettings, environments: [] };

export const fixtures: CheckFixtures = {
  facts: { 'forge-settings': forgeSettings, 'ci-pipelines': deployingTo('Production') },
  flip: { kind: 'forge-settings', at: ['environments', 0, 'requiredReviewers'], to: 0 },
  also: [
    {
      name: 'a pipeline deploys to an environment that the forge does not guard',
      facts: { 'forge-settings': forgeSettings, 'ci-pipelines': deployingTo('pypi') },
      outcome: 'no',
    },
    {
      name: 'a name put together at run time',
      facts: { 'forge-settings': forgeSettings, 'ci-pipelines': deployingTo('${{ matrix.target }}') },
      outcome: 'yes',
    },
    {
      name: 'no environment anywhere',
      facts: { 'forge-settings': none, 'ci-pipelines': ciPipelines(aPipeline()) },
      outcome: 'not-applicable',
    },
  ],
};
