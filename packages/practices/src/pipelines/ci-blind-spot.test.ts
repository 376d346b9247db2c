// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { CiPipelines, Pipeline } from '@plumbline/core/facts/ci-pipelines';
import { ciBlindSpot, mayPublish, runsByItself } from './ci-blind-spot.ts';
import { aJob, aPipeline, ciPipelines } from '../testing/fixture-facts.ts';
import { aTool, pipelinesWith } from '../testing/tool-use-fixture.ts';

const called = {
  path: '.github/workflows/ci.yml',
  line: 9,
  what: 'called-workflow',
  reference: 'o/ci/x.yml@v1',
} as const;

test('pipelines that were read to the end hide nothing', () => {
  expect(ciBlindSpot(pipelinesWith([]))).toBeNull();
});

test('a called workflow from elsewhere may hide a job, unless it is itself a known tool', () => {
  expect(ciBlindSpot({ ...pipelinesWith([]), elsewhere: [called] })?.because).toMatch(/1 reference .*x\.yml@v1/);
  expect(ciBlindSpot({ ...pipelinesWith([aTool('slsa-generator', 'provenance')]), elsewhere: [called] })).toBeNull();
});

test('a call that cannot hide what is asked for hides nothing', () => {
  const job = aJob({ calls: called.reference, permissions: 'none', steps: [] });
  const facts = (pipeline: Partial<Pipeline>): CiPipelines => ({
    ...ciPipelines(aPipeline({ path: called.path, jobs: [job], ...pipeline })),
    elsewhere: [called],
  });
  const manual = { event: 'manual', defaultBranch: 'yes', branches: [], paths: 'none', line: 2 } as const;
  expect(ciBlindSpot(facts({ triggers: [manual] }), runsByItself)).toBeNull();
  expect(ciBlindSpot(facts({}), runsByItself)).not.toBeNull();
  expect(ciBlindSpot(facts({}), mayPublish)).toBeNull();
  expect(ciBlindSpot(facts({ jobs: [{ ...job, usesSecrets: true }] }), mayPublish)).not.toBeNull();
  const writing = (...writes: readonly string[]): CiPipelines =>
    facts({ jobs: [{ ...job, permissions: 'listed', writes }] });
  expect(ciBlindSpot(writing('issues'), mayPublish)).toBeNull();
  expect(ciBlindSpot(writing('issues', 'contents'), mayPublish)).not.toBeNull();
});

test('a file that could not be read may hide a job', () => {
  const unread = [{ path: 'Jenkinsfile', because: 'scripted' }];
  expect(ciBlindSpot({ ...pipelinesWith([]), unread })).toMatchObject({ places: unread });
});
