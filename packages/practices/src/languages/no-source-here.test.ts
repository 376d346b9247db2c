// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import { expect, test } from 'vitest';
import { allChecks } from '../generated/checks.ts';
import { fixturesOf } from '../testing/all-fixtures.ts';
import { evidenceOf } from '../testing/check-fixtures.ts';
import { treeOf } from '../testing/repository-tree-fixture.ts';

const asking = ['sast-configured', 'sast-runs-on-changes', 'secure-coding-rules-enforced', 'tests-run-on-changes'];

test.each(asking)('%s: a tree without source is not applicable, one whose source is a submodule is unknown', (id) => {
  const check = allChecks.find((candidate) => candidate.id === id);
  if (check === undefined) throw new TypeError(id);
  const context = { asOf: '2026-06-30T23:59:59Z' };
  const ask = (submodules: readonly string[]) =>
    askCheck(check, evidenceOf({ ...fixturesOf(id).facts, 'repository-tree': { ...treeOf(), submodules } }), context);
  expect(ask([]).outcome).toBe('not-applicable');
  expect(ask(['vendor/core'])).toMatchObject({ outcome: 'unknown', because: expect.stringContaining('vendor/core') });
});
