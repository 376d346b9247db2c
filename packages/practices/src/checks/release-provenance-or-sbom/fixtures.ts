// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aTool, pipelinesWith } from '../../testing/tool-use-fixture.ts';

const tools = [aTool('attest-build-provenance', 'provenance', [])];

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': pipelinesWith(tools, { releases: true }) },
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'jobs', 0, 'steps', 0, 'tools'], to: [] },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent' }, outcome: 'no' },
    {
      name: 'only in a pipeline that releases nothing',
      facts: { 'ci-pipelines': pipelinesWith(tools) },
      outcome: 'no',
    },
    {
      name: 'a pipeline that starts with a tag',
      facts: {
        'ci-pipelines': pipelinesWith(tools, {
          triggers: [{ event: 'tag', defaultBranch: 'no', branches: [], paths: 'none', line: 2 }],
        }),
      },
      outcome: 'yes',
    },
    {
      name: 'the release is made by an action of the project that is kept elsewhere',
      facts: {
        'ci-pipelines': pipelinesWith([], {
          releases: true,
          externalUses: [
            { kind: 'action', reference: 'o/ci/publish_release@v1', pinnedBy: 'tag', ownersOwn: true, line: 40 },
          ],
        }),
      },
      outcome: 'unknown',
    },
    {
      name: 'the release is called from elsewhere',
      facts: {
        'ci-pipelines': {
          ...pipelinesWith([], { releases: true }),
          elsewhere: [
            { path: '.github/workflows/r.yml', line: 8, what: 'called-workflow', reference: 'o/ci/r.yml@v1' },
          ],
        },
      },
      outcome: 'unknown',
    },
  ],
};
