// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readPolicyFile } from '@plumbline/adapters/collectors/records/read-policy-file';
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { digestOf, type Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';
import type { GatePolicyRecord } from '@plumbline/core/facts/records/gate-policy-record';
import { compilePolicy } from '@plumbline/policy/rules/compile-policy';
import type { GatePolicy } from '@plumbline/policy/rules/gate-policy';
import type { PolicyFault } from '@plumbline/policy/rules/policy-fault';

/** The policies that ship with the program. */
export const builtInPolicies = ['starter', 'standard'] as const;

export type PolicyText = { readonly text: string; readonly from: string };

export type LoadedPolicy = {
  readonly policy: GatePolicy;
  readonly record: GatePolicyRecord;
  /** Over the text of the file. */
  readonly digest: Digest;
  readonly from: string;
};

const faultsShown = 20;

/** Where the built-in policy or its tests lie; null for what is no name of one. */
export function builtInPath(name: string, ending: '.yaml' | '.test.yaml'): string | null {
  if (!builtInPolicies.some((known) => known === name)) return null;
  const root = dirname(createRequire(import.meta.url).resolve('@plumbline/catalog/package.json'));
  return join(root, 'gate-policies', `${name}${ending}`);
}

/** `gate-policy.test.yaml` beside `gate-policy.yaml`. */
export const testsBeside = (policy: string): string => policy.replace(/\.ya?ml$/, '.test.yaml');

/** Makes a policy decidable. Throws `policy-invalid` with every fault, each with line and column. */
export async function compilePolicyText({ text, from }: PolicyText): Promise<LoadedPolicy> {
  const read = readPolicyFile(text);
  if (read.state === 'refused') throw invalid(from, read.faults);
  const catalog = await createCatalogSource().catalog('ssdf-1.1');
  const compiled = compilePolicy(read.record, {
    placeOf: read.placeOf,
    isTask: (id) => catalog.task(id) !== undefined,
  });
  if (compiled.state === 'refused') throw invalid(from, compiled.faults);
  return { policy: compiled.policy, record: read.record, digest: digestOf(text), from };
}

/** One error for all faults of a file: whoever mends it wants to see them together. */
export function invalid(path: string, faults: readonly PolicyFault[]): PlumblineError {
  const shown = faults
    .slice(0, faultsShown)
    .map(({ line, column, because }) => `${path}:${line}:${column}: ${because}`);
  const more = faults.length > faultsShown ? [`and ${faults.length - faultsShown} more`] : [];
  return new PlumblineError('policy-invalid', [`${path} cannot be used`, ...shown, ...more].join('\n  '), {
    path,
    ...(faults[0] === undefined ? {} : { line: faults[0].line }),
    next: 'docs/guides/gate.md says what a policy is made of',
  });
}
