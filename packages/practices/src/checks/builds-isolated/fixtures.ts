// SPDX-License-Identifier: Apache-2.0
import type { Runner } from '@plumbline/core/facts/ci-pipelines';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, ciPipelines } from '../../testing/fixture-facts.ts';
import { forgeSettings } from '../../testing/forge-settings-fixture.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

const on = (...runners: readonly Runner[]) =>
  ciPipelines(aPipeline({ jobs: runners.map((runner) => aJob({ runner, runsOn: runner })) }));

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': on('hosted', 'container', 'ephemeral'), 'forge-settings': forgeSettings },
  flip: { kind: 'ci-pipelines', at: ['pipelines', 0, 'jobs', 0, 'runner'], to: 'self-hosted' },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent' }, outcome: 'unknown' },
    {
      name: 'no pipelines, and a release that was built in a sandbox',
      facts: { 'ci-pipelines': 'absent', 'release-artifacts': releaseArtifacts() },
      outcome: 'yes',
    },
    {
      name: 'no pipelines, and one artifact that was built nobody knows where',
      facts: { 'ci-pipelines': 'absent', 'release-artifacts': releaseArtifacts({}, { isolatedBuildOn: null }) },
      outcome: 'unknown',
    },
    {
      name: 'a self-hosted runner, and a release that was built in a sandbox',
      facts: {
        'ci-pipelines': on('self-hosted'),
        'forge-settings': forgeSettings,
        'release-artifacts': releaseArtifacts(),
      },
      outcome: 'no',
    },
    { name: 'an untagged job', facts: { 'ci-pipelines': on('hosted', 'unknown') }, outcome: 'unknown' },
    { name: 'hosted, and the forge was not read', facts: { 'ci-pipelines': on('hosted') }, outcome: 'yes' },
    {
      name: 'hosted, with a workflow from elsewhere beside',
      facts: {
        'ci-pipelines': ciPipelines(
          aPipeline({
            jobs: [aJob(), aJob({ runner: 'unknown', runsOn: '', calls: 'o/ci/.github/workflows/a.yml@v1' })],
          }),
        ),
      },
      outcome: 'yes',
    },
    {
      name: 'a pipeline that is all in a library',
      facts: {
        'ci-pipelines': {
          ...ciPipelines(aPipeline(), aPipeline({ path: 'Jenkinsfile', system: 'jenkins', jobs: [] })),
          elsewhere: [{ path: 'Jenkinsfile', line: 1, what: 'library', reference: 'buildPlugin' }],
        },
      },
      outcome: 'unknown',
    },
    {
      name: 'only a workflow from elsewhere',
      facts: {
        'ci-pipelines': ciPipelines(
          aPipeline({ jobs: [aJob({ runner: 'unknown', runsOn: '', calls: 'o/ci/.github/workflows/a.yml@v1' })] }),
        ),
      },
      outcome: 'unknown',
    },
    {
      name: 'self-hosted, and the forge was not read',
      facts: { 'ci-pipelines': on('self-hosted') },
      outcome: 'unknown',
    },
    {
      name: 'self-hosted in a private repository',
      facts: { 'ci-pipelines': on('self-hosted'), 'forge-settings': { ...forgeSettings, visibility: 'private' } },
      outcome: 'unknown',
    },
    {
      name: 'a file that cannot be read',
      facts: { 'ci-pipelines': { ...on('hosted'), unread: [{ path: 'Jenkinsfile', because: 'scripted' }] } },
      outcome: 'unknown',
    },
  ],
};
