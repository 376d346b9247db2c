// SPDX-License-Identifier: Apache-2.0
import type { GatePolicyRecord } from '@plumbline/core/facts/records/gate-policy-record';
import { readYaml, type YamlPlace, type YamlStep } from '../../platform/located-yaml/read-yaml.ts';
import { gatePolicySchema } from './schemas/gate-policy.ts';
import { readWith } from '../../platform/record-schema/schema.ts';

export type FileFault = { readonly because: string; readonly line: number; readonly column: number };

type Located = { readonly placeOf: (steps: readonly YamlStep[]) => YamlPlace };

export type ReadPolicyFile =
  | (Located & { readonly state: 'read'; readonly record: GatePolicyRecord })
  | { readonly state: 'refused'; readonly faults: readonly FileFault[] };

export type ReadTestFile =
  | (Located & { readonly state: 'read'; readonly document: unknown })
  | { readonly state: 'refused'; readonly faults: readonly FileFault[] };

/** Reads the YAML of a policy by its schema; every fault with line and column. Expressions are not looked into here. */
export function readPolicyFile(text: string): ReadPolicyFile {
  const reading = readYaml(text);
  if (reading.state === 'refused') return notYaml(reading);
  const { value, faults } = readWith(gatePolicySchema, reading.value ?? {});
  if (faults.length === 0) return { state: 'read', record: value, placeOf: reading.placeOf };
  return {
    state: 'refused',
    faults: faults.map(({ at, message }) => {
      const { line, column } = reading.placeOf(at);
      return { because: `${at.join('.') || 'the document'} ${message}`, line, column };
    }),
  };
}

/** Reads the YAML of a file of policy tests, which the policy itself takes apart. */
export function readTestFile(text: string): ReadTestFile {
  const reading = readYaml(text);
  if (reading.state === 'refused') return notYaml(reading);
  return { state: 'read', document: reading.value ?? {}, placeOf: reading.placeOf };
}

function notYaml({ because, line }: { readonly because: string; readonly line: number }): {
  readonly state: 'refused';
  readonly faults: readonly FileFault[];
} {
  return { state: 'refused', faults: [{ because: `not valid YAML: ${because}`, line, column: 1 }] };
}
