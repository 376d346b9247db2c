// SPDX-License-Identifier: Apache-2.0
import type { Schema } from './schema.ts';

/** A JSON Schema document that editors complete from. Draft 7: the newest that all YAML editors understand. */
export function renderJsonSchema(title: string, schema: Schema<unknown>): string {
  const document = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema.json };
  return `${JSON.stringify(document, null, 2)}\n`;
}
