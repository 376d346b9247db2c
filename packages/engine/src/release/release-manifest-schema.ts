// SPDX-License-Identifier: Apache-2.0
import { releaseRoles } from '@plumbline/core/release/release-manifest';
import { type JsonSchema, listSchema, objectSchema } from '@plumbline/reports/json/json-schema';

const digest: JsonSchema = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
const moment: JsonSchema = { type: 'string', format: 'date-time' };
const text: JsonSchema = { type: 'string', minLength: 1 };

const closed = (schema: JsonSchema): JsonSchema => ({ ...schema, additionalProperties: false });

const part: JsonSchema = closed(
  objectSchema('A file of the release.', {
    name: text,
    role: { enum: releaseRoles },
    digest,
    size: { description: 'Bytes.', type: 'integer', minimum: 0 },
  }),
);

const passed: JsonSchema = closed(
  objectSchema('The gate let the commit through.', { outcome: { const: 'passed' }, decidedAt: moment, policy: digest }),
);

const notAsked: JsonSchema = closed(
  objectSchema('The release goes without a decision.', { outcome: { const: 'not-asked' }, reason: text }),
);

/** The published schema of `release.json`. */
export const releaseManifestSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:plumbline:schema:release:1.0',
  title: 'Plumbline release',
  ...closed(
    objectSchema('Everything that a release consists of, each file by its digest.', {
      schemaVersion: { const: '1.0' },
      tag: text,
      commit: { type: 'string', pattern: '^([0-9a-f]{40}|[0-9a-f]{64})$' },
      createdAt: moment,
      gate: { oneOf: [passed, notAsked] },
      parts: { ...listSchema(part, 'Sorted by name.'), minItems: 1 },
    }),
  ),
};
