// SPDX-License-Identifier: Apache-2.0
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWith, type Schema } from '../../platform/record-schema/schema.ts';
import { recordKinds, recordName, recordSchemas } from './record-schemas.ts';
import { renderRecordSchemas } from './render-record-schemas.ts';
import { plumblineConfigSchema } from './schemas/plumbline-config.ts';

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
addFormats.default(ajv);

const schemas: readonly (readonly [string, Schema<unknown>])[] = [
  ['plumbline', plumblineConfigSchema],
  ...recordKinds.map((kind) => [recordName(kind), recordSchemas[kind]] as const),
];

/** Values that are nearly right, made from the published schema itself. */
function nearly(schema: unknown): fc.Arbitrary<unknown> {
  const node = schema as { readonly [keyword: string]: unknown };
  const wrong = fc.oneof(
    fc.constantFrom<unknown>(null, '', 1, true, [], {}, 'TODO: x', '2026-01-31', '2026-02-30'),
    fc.string(),
  );
  const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wrong });
  if (Array.isArray(node['anyOf'])) return fc.oneof(...node['anyOf'].map(nearly));
  if (Array.isArray(node['enum'])) return mostly(fc.constantFrom<unknown>(...(node['enum'] as unknown[])));
  if (node['type'] === 'array') return mostly(fc.array(nearly(node['items']), { maxLength: 3 }));
  if (node['type'] === 'boolean') return mostly(fc.boolean());
  if (node['type'] === 'null') return fc.constant(null);
  if (node['type'] === 'object') {
    const members = Object.entries(node['properties'] as object).map(
      ([name, member]) => [name, nearly(member)] as const,
    );
    return mostly(fc.record(Object.fromEntries(members), { requiredKeys: (node['required'] ?? []) as string[] }));
  }
  return mostly(
    fc.constantFrom('x', '2026-01-31', 'CWE-79', `sha256:${'a'.repeat(64)}`, 'TODO', 'security/', 'a/../b', '/etc'),
  );
}

describe('the published schema and the reader agree', () => {
  test.each(schemas)('%s', (name, schema) => {
    const published: unknown = JSON.parse(
      renderRecordSchemas().find((file) => file.name === `${name}.schema.json`)?.text ?? '',
    );
    const validate = ajv.compile(published as object);
    let valid = 0;
    fc.assert(
      fc.property(nearly(published), (value) => {
        const isValid = validate(value);
        valid += isValid ? 1 : 0;
        expect(readWith(schema, value).faults.length === 0).toBe(isValid);
      }),
      { numRuns: 300 },
    );
    expect(valid).toBeGreaterThan(0);
  });
});
