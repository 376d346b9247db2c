// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { readPolicyFile, readTestFile } from '@plumbline/adapters/collectors/records/read-policy-file';
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { parsePolicyTests } from '@plumbline/policy/policy-tests/parse-policy-tests';
import { runPolicyTests } from '@plumbline/policy/policy-tests/run-policy-tests';
import { compilePolicy } from '@plumbline/policy/rules/compile-policy';
import type { GatePolicy } from '@plumbline/policy/rules/gate-policy';
import { expect, test } from 'vitest';

const folder = 'catalog/gate-policies';
const names = readdirSync(folder).filter((file) => file.endsWith('.yaml') && !file.endsWith('.test.yaml'));

async function compile(text: string): Promise<GatePolicy> {
  const read = readPolicyFile(text);
  if (read.state === 'refused') throw new Error(JSON.stringify(read.faults));
  const catalog = await createCatalogSource().catalog('ssdf-1.1');
  const isTask = (id: string): boolean => catalog.task(id) !== undefined;
  const compiled = compilePolicy(read.record, { placeOf: read.placeOf, isTask });
  if (compiled.state === 'refused') throw new Error(JSON.stringify(compiled.faults));
  return compiled.policy;
}

test.each(names)('%s: every rule is broken by one of its tests and passed by another', async (name) => {
  const policy = await compile(readFileSync(`${folder}/${name}`, 'utf8'));
  const read = readTestFile(readFileSync(`${folder}/${name.replace('.yaml', '.test.yaml')}`, 'utf8'));
  if (read.state === 'refused') throw new Error(JSON.stringify(read.faults));
  const parsed = parsePolicyTests(read.document, read.placeOf);
  if (parsed.state === 'refused') throw new Error(JSON.stringify(parsed.faults));
  const report = runPolicyTests(policy, parsed.tests);
  expect(report.results.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(report.untested).toEqual([]);

  // A policy that lost any rule is noticed by its tests.
  for (const { id } of policy.rules) {
    const [first, ...others] = policy.rules.filter((rule) => rule.id !== id);
    if (first === undefined) continue;
    const without = runPolicyTests({ ...policy, rules: [first, ...others] }, parsed.tests);
    expect(
      without.results.some(({ faults }) => faults.length > 0),
      `without ${id}`,
    ).toBe(true);
  }
});
