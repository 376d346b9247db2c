// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compilePolicyText } from '@plumbline/cli/gate/load-policy';
import { testPolicy } from '@plumbline/cli/gate/run-gate-test';

/** The examples of the guide are what they say: a policy, and tests that it passes. */
test('the policy in the guide passes the tests in the guide', async () => {
  const guide = readFileSync('docs/guides/gate.md', 'utf8');
  const [policy = '', tests = ''] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  const loaded = await compilePolicyText({ text: policy, from: 'guide' });
  const report = testPolicy(loaded, { text: tests, from: 'guide' });
  expect(report.results.flatMap(({ faults }) => faults)).toEqual([]);
  expect(report.untested).toEqual([]);
});
