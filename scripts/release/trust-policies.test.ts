// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { readTrustPolicy } from '@plumbline/adapters/trust-policy/read-trust-policy';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

type Policy = {
  readonly signers: readonly object[];
  readonly require: readonly { readonly signers: readonly string[] }[];
};

const policyOf = (name: string): Policy => parse(readFileSync(`security/${name}`, 'utf8')) as Policy;
const asked = ({ require }: Policy): readonly object[] => require.map((one) => ({ ...one, signers: [] }));

test('whoever signs a release, the same has to be proved of it', () => {
  expect(asked(policyOf('trust-policy.workflow.yaml'))).toEqual(asked(policyOf('trust-policy.yaml')));
});

test('the policy for the workflow is good as it stands, and names no account', async () => {
  const path = 'security/trust-policy.workflow.yaml';
  const policy = await readTrustPolicy(readFileSync(path, 'utf8'), path);
  expect(JSON.stringify(policy.signers)).toContain('https://github.com/<OWNER>/');
});
