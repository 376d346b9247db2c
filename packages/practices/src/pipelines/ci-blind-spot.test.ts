// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { ciBlindSpot } from './ci-blind-spot.ts';
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

test('a file that could not be read may hide a job', () => {
  const unread = [{ path: 'Jenkinsfile', because: 'scripted' }];
  expect(ciBlindSpot({ ...pipelinesWith([]), unread })).toMatchObject({ places: unread });
});
