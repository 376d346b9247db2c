// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { collectPipelines, only } from '../testing/collect-pipelines.ts';

test.each([
  ['{ issues: write, contents: read }', { permissions: 'listed', writes: ['issues'] }],
  ['{ contents: read }', { permissions: 'read', writes: [] }],
  ['write-all', { permissions: 'write-all' }],
] as const)('a call of a workflow from elsewhere with %s', async (permissions, expected) => {
  const path = '.github/workflows/a.yml';
  const text = `on: push\njobs:\n  a:\n    permissions: ${permissions}\n    uses: o/ci/.github/workflows/x.yml@v1\n`;
  const fact = await collectPipelines({ [path]: text });
  expect(only(fact, path).jobs).toMatchObject([{ calls: 'o/ci/.github/workflows/x.yml@v1', ...expected }]);
  expect('writes' in expected).toBe(only(fact, path).jobs[0]?.writes !== undefined);
});
