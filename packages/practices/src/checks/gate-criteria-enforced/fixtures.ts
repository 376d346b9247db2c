// SPDX-License-Identifier: Apache-2.0
import type { Job } from '@plumbline/core/facts/ci-pipelines';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aStep } from '../../testing/fixture-facts.ts';
import { forgeSettings } from '../../testing/forge-settings-fixture.ts';
import { aTool, pipelinesWith } from '../../testing/tool-use-fixture.ts';

const gate = aTool('plumbline', 'gate');
const gated = (job: Partial<Job> = {}) =>
  pipelinesWith([], { jobs: [aJob({ id: 'gate', steps: [aStep({ tools: [gate] })], ...job })] });
const requiring = (...requiredChecks: readonly string[]) => ({
  ...forgeSettings,
  defaultBranch: { ...forgeSettings.defaultBranch, requiredChecks },
});

export const fixtures: CheckFixtures = {
  facts: { 'ci-pipelines': gated(), 'forge-settings': requiring('CI / gate') },
  flip: { kind: 'forge-settings', at: ['defaultBranch', 'requiredChecks'], to: [] },
  also: [
    { name: 'no pipelines at all', facts: { 'ci-pipelines': 'absent' }, outcome: 'no' },
    { name: 'no gate', facts: { 'ci-pipelines': pipelinesWith([aTool('codeql', 'sast')]) }, outcome: 'no' },
    { name: 'a gate that may fail', facts: { 'ci-pipelines': gated({ mayFail: true }) }, outcome: 'no' },
    { name: 'not on pull requests', facts: { 'ci-pipelines': gated({ onPullRequest: 'no' }) }, outcome: 'no' },
    {
      name: 'perhaps on pull requests',
      facts: { 'ci-pipelines': gated({ onPullRequest: 'unknown' }) },
      outcome: 'unknown',
    },
    { name: 'the forge was not read', facts: { 'ci-pipelines': gated() }, outcome: 'unknown' },
    {
      name: 'other checks are required',
      facts: { 'ci-pipelines': gated(), 'forge-settings': requiring('Unit tests') },
      outcome: 'unknown',
    },
  ],
};
