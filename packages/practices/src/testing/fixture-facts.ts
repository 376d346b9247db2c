// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines, Job, Pipeline, Step } from '@plumbline/core/facts/ci-pipelines';

/** Small complete facts that fixtures vary: each function takes only what its caller cares about. */
export function aStep(step: Partial<Step> = {}): Step {
  return { line: 10, tools: [], mayFail: false, injections: [], checksOutUntrusted: false, ...step };
}

export function aJob(job: Partial<Job> = {}): Job {
  return {
    id: 'build',
    line: 5,
    runner: 'hosted',
    runsOn: 'ubuntu-24.04',
    mayFail: false,
    onPullRequest: 'yes',
    onPush: 'yes',
    permissions: 'read',
    usesSecrets: false,
    steps: [aStep()],
    ...job,
  };
}

export function aPipeline(pipeline: Partial<Pipeline> = {}): Pipeline {
  return {
    path: '.github/workflows/ci.yml',
    system: 'github-actions',
    role: 'pipeline',
    triggers: [
      { event: 'push', defaultBranch: 'yes', branches: ['main'], paths: 'none', line: 2 },
      { event: 'pull-request', defaultBranch: 'yes', branches: [], paths: 'none', line: 3 },
    ],
    permissions: 'read',
    jobs: [aJob()],
    externalUses: [],
    releases: false,
    ...pipeline,
  };
}

export function ciPipelines(...pipelines: readonly Pipeline[]): CiPipelines {
  return { systems: ['github-actions'], pipelines, elsewhere: [], unread: [] };
}
