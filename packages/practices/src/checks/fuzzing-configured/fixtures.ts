// SPDX-License-Identifier: Apache-2.0
import type { Trigger } from '@plumbline/core/facts/ci-pipelines';
import type { FuzzTargets } from '@plumbline/core/facts/fuzz-targets';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';

const target = { kind: 'cargo-fuzz', at: { path: 'fuzz/fuzz_targets/parse.rs', line: 1 } } as const;
const service = { service: 'clusterfuzzlite', at: { path: '.clusterfuzzlite/project.yaml' }, inTree: true } as const;
const trigger = (event: Trigger['event']): Trigger => ({
  event,
  defaultBranch: 'yes',
  branches: [],
  paths: 'none',
  line: 2,
});
const fuzzer = { tool: 'cargo-fuzz', purposes: ['fuzzing'], languages: ['rust'], line: 30 } as const;
const job = aJob({ steps: [aStep({ tools: [fuzzer] })] });
const facts = (fuzz: Partial<FuzzTargets>, triggers: readonly Trigger[] = []): FixtureFacts => ({
  'fuzz-targets': { targets: [], services: [], ...fuzz },
  'ci-pipelines': ciPipelines(triggers.length === 0 ? aPipeline() : aPipeline({ triggers, jobs: [job] })),
});

export const fixtures: CheckFixtures = {
  facts: facts({ targets: [target], services: [service] }),
  flip: { kind: 'fuzz-targets', at: ['services'], to: [] },
  also: [
    { name: 'run every night', facts: facts({ targets: [target] }, [trigger('schedule')]), outcome: 'yes' },
    { name: 'run by hand only', facts: facts({ targets: [target] }, [trigger('manual')]), outcome: 'no' },
    {
      name: 'kept at OSS-Fuzz',
      facts: facts({ services: [{ ...service, service: 'oss-fuzz', inTree: false }] }),
      outcome: 'unknown',
    },
    {
      name: 'kept at OSS-Fuzz and run by CIFuzz',
      facts: facts({ services: [{ ...service, service: 'oss-fuzz', inTree: false }] }, [trigger('pull-request')]),
      outcome: 'yes',
    },
    { name: 'property-based tests', facts: facts({ targets: [{ ...target, kind: 'property-based' }] }), outcome: 'no' },
    { name: 'nothing', facts: { 'fuzz-targets': 'absent', 'ci-pipelines': 'absent' }, outcome: 'no' },
    {
      name: 'a pipeline outside the tree, and nothing that it could run',
      facts: {
        'fuzz-targets': 'absent',
        'ci-pipelines': {
          ...ciPipelines(aPipeline()),
          elsewhere: [{ path: 'Jenkinsfile', line: 1, what: 'library', reference: 'shared-pipeline' }],
        },
      },
      outcome: 'no',
    },
    {
      name: 'a pipeline outside the tree that speaks of fuzzing',
      facts: {
        'fuzz-targets': 'absent',
        'ci-pipelines': {
          ...ciPipelines(aPipeline()),
          elsewhere: [
            { path: 'ci.yml', line: 1, what: 'called-workflow', reference: 'o/x-fuzzer/.github/workflows/ci.yml@v1' },
          ],
        },
      },
      outcome: 'unknown',
    },
    {
      name: 'a pipeline outside the tree may run them',
      facts: {
        'fuzz-targets': { targets: [target], services: [] },
        'ci-pipelines': {
          ...ciPipelines(aPipeline()),
          elsewhere: [{ path: 'Jenkinsfile', line: 1, what: 'library', reference: 'shared-pipeline' }],
        },
      },
      outcome: 'unknown',
    },
  ],
};
