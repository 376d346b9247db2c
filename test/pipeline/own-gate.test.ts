// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  collectPipelines,
  job,
  only,
  tools,
} from '@plumbline/adapters/collectors/ci-pipelines/testing/collect-pipelines';
import { compilePolicyText } from '@plumbline/cli/gate/load-policy';
import { testPolicy } from '@plumbline/cli/gate/run-gate-test';

const filesOf = (...paths: readonly string[]): { readonly [path: string]: string } =>
  Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));

const workflow = '.github/workflows/ci.yml';

test('the policy of this project passes its own tests, and each rule is tested', async () => {
  const [policy, tests] = ['security/gate-policy.yaml', 'security/gate-policy.test.yaml'];
  const files = filesOf(policy, tests);
  const loaded = await compilePolicyText({ text: files[policy] ?? '', from: policy });
  const report = testPolicy(loaded, { text: files[tests] ?? '', from: tests });
  expect(report.results.flatMap(({ faults }) => faults)).toEqual([]);
  expect(report.untested).toEqual([]);
});

test('the action that this project runs on itself is followed to the gate', async () => {
  const pipeline = only(await collectPipelines(filesOf(workflow, 'action.yml', 'ci/gate.sh')), workflow);
  const gate = job(pipeline, 'gate');
  expect(gate).toMatchObject({ mayFail: false, onPullRequest: 'yes', onPush: 'yes' });
  expect(tools({ ...pipeline, jobs: [gate] })).toEqual([
    'plumbline-code',
    'plumbline-configuration',
    'plumbline-gate',
    'plumbline-secrets',
  ]);
});

test('the action asks for nothing that a stranger could write', async () => {
  const action = only(await collectPipelines(filesOf(workflow, 'action.yml', 'ci/gate.sh')), 'action.yml');
  expect(action.jobs.flatMap(({ steps }) => steps).flatMap(({ injections }) => injections)).toEqual([]);
  expect(action.externalUses.map(({ pinnedBy }) => pinnedBy)).toEqual(action.externalUses.map(() => 'commit'));
});
