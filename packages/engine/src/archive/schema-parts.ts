// SPDX-License-Identifier: Apache-2.0
import type { JsonSchema } from '@plumbline/reports/json/json-schema';

/** What the published schemas about archives say alike. */
export const text: JsonSchema = { type: 'string' };
export const digest: JsonSchema = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
export const moment: JsonSchema = { type: 'string', format: 'date-time' };
export const day: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
export const count: JsonSchema = { type: 'integer', minimum: 0 };
export const flag: JsonSchema = { type: 'boolean' };
export const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [schema, { type: 'null' }] });
/** The last day of retention; null: it is kept without end. */
export const retainUntil: JsonSchema = {
  description: 'The last day (UTC) on which nothing of it is deleted; null: without end.',
  ...orNull(day),
};
