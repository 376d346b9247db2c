// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aStep } from '../../testing/fixture-facts.ts';
import { treeOf } from '../../testing/repository-tree-fixture.ts';
import { aTool, pipelinesWith } from '../../testing/tool-use-fixture.ts';

const tree = treeOf('Go', 'Python');
const gosec = pipelinesWith([aTool('gosec', 'sast', ['go'])]);

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': gosec, 'repository-tree': tree },
  flip: {
    kind: 'ci-pipelines',
    at: ['pipelines', 0, 'jobs', 0, 'steps', 0, 'tools', 0, 'languages'],
    to: ['python'],
  },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent', 'repository-tree': tree }, outcome: 'no' },
    {
      name: 'a linter is no static analyser for security',
      facts: { 'ci-pipelines': pipelinesWith([aTool('golangci-lint', 'lint', ['go'])]), 'repository-tree': tree },
      outcome: 'no',
    },
    {
      name: 'a job that is switched off does nothing',
      facts: {
        'ci-pipelines': pipelinesWith([], {
          jobs: [aJob({ condition: '${{ false }}', steps: [aStep({ tools: [aTool('codeql', 'sast')] })] })],
        }),
        'repository-tree': tree,
      },
      outcome: 'no',
    },
    {
      name: 'started by hand only',
      facts: {
        'ci-pipelines': pipelinesWith([aTool('codeql', 'sast')], {
          triggers: [{ event: 'manual', defaultBranch: 'yes', branches: [], paths: 'none', line: 2 }],
        }),
        'repository-tree': tree,
      },
      outcome: 'no',
    },
    {
      name: 'a weekly schedule is configured',
      facts: {
        'ci-pipelines': pipelinesWith([aTool('codeql', 'sast')], {
          triggers: [{ event: 'schedule', defaultBranch: 'yes', branches: [], paths: 'none', line: 2 }],
        }),
        'repository-tree': tree,
      },
      outcome: 'yes',
    },
    {
      name: 'an analyser that does not say for which language',
      facts: { 'ci-pipelines': pipelinesWith([aTool('codeql', 'sast', [])]), 'repository-tree': tree },
      outcome: 'unknown',
    },
    {
      name: 'a workflow called from elsewhere may do it',
      facts: {
        'ci-pipelines': {
          ...pipelinesWith([]),
          elsewhere: [
            { path: '.github/workflows/ci.yml', line: 5, what: 'called-workflow', reference: 'o/ci/x.yml@main' },
          ],
        },
        'repository-tree': tree,
      },
      outcome: 'unknown',
    },
    {
      name: 'a repository of prose',
      facts: { 'ci-pipelines': gosec, 'repository-tree': treeOf() },
      outcome: 'not-applicable',
    },
  ],
};
