// SPDX-License-Identifier: Apache-2.0
import { type JsonSchema, listSchema, objectSchema } from '@plumbline/reports/json/json-schema';
import { printJson } from '@plumbline/reports/print-json';
import { count, day, digest, moment, orNull, retainUntil, text } from './schema-parts.ts';

const object: JsonSchema = objectSchema('An object of the release; the first one is its manifest.', {
  name: text,
  digest,
  size: { description: 'Bytes.', ...count },
});

const kept: JsonSchema = objectSchema('A release as its entry says.', {
  name: text,
  state: { const: 'kept' },
  archivedAt: moment,
  retainUntil,
  retention: {
    description: 'ending: within 90 days; ended: it may be deleted.',
    enum: ['without-end', 'kept', 'ending', 'ended'],
  },
  daysLeft: { description: 'To the last day; null without end.', ...orNull({ type: 'integer' }) },
  bytes: count,
  objects: listSchema(object),
});

const damaged: JsonSchema = objectSchema('A release whose entry is not as it was written.', {
  name: text,
  state: { const: 'damaged' },
  because: text,
});

/** The published schema of `plumbline archive list --format json`. */
export const archiveListSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:plumbline:schema:archive-list:1.0',
  title: 'Plumbline list of an archive',
  ...objectSchema('Which releases an archive has. Nothing of them was read but their entries.', {
    schemaVersion: { const: '1.0' },
    archive: { description: 'Where the archive is.', ...text },
    asOf: { description: 'The day (UTC) by which days are counted.', ...day },
    releases: listSchema({ oneOf: [kept, damaged] }, 'In the order of their names.'),
  }),
};

/** The published file: docs/generated/schemas/archive-list.schema.json. */
export function renderArchiveListSchema(): string {
  return printJson(archiveListSchema);
}
