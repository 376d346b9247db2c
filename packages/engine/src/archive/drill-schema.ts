// SPDX-License-Identifier: Apache-2.0
import { type JsonSchema, listSchema, objectSchema } from '@plumbline/reports/json/json-schema';
import { printJson } from '@plumbline/reports/print-json';
import { count, digest, flag, moment, orNull, retainUntil, text } from './schema-parts.ts';

const verified = ['verified', 'not-verified', 'could-not-assess'];
const outcome: JsonSchema = {
  description: 'Of signatures and provenance. not-asked: there was no trust policy, and nobody looked.',
  enum: [...verified, 'not-asked'],
};

const requirement: JsonSchema = objectSchema('A requirement of the trust policy, and what became of it.', {
  name: text,
  predicateType: { description: 'null: any signature was enough.', ...orNull(text) },
  outcome: { enum: verified },
  because: text,
});

const artifact: JsonSchema = objectSchema('An artifact of the release.', {
  name: text,
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  outcome,
  requirements: listSchema(requirement, 'Empty without a trust policy.'),
  statedBy: listSchema(text, 'Other files of the release that state its digest.'),
});

const release: JsonSchema = objectSchema('A release that the drill tried to restore.', {
  name: text,
  manifest: { description: 'null: its entry cannot be read, or is gone.', ...orNull(digest) },
  tag: orNull(text),
  commit: orNull(text),
  retainUntil,
  restored: { description: 'Every byte is as it was put, and no file of it contradicts another.', ...flag },
  artifacts: listSchema(artifact),
  remarks: listSchema(objectSchema('A file that was not compared.', { object: text, because: text })),
});

const fault: JsonSchema = objectSchema('Something that is not as it was put there, or contradicts another file.', {
  release: text,
  object: { description: 'null: the entry of the release itself.', ...orNull(text) },
  what: { enum: ['missing', 'altered', 'contradictory'] },
  because: text,
});

/** The published schema of `plumbline archive drill --format json`. */
export const drillSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:plumbline:schema:archive-drill:1.0',
  title: 'Plumbline drill of an archive',
  ...objectSchema('What was restored from an archive, and whether it is what was put there.', {
    schema: { type: 'integer', minimum: 1 },
    what: { const: 'archive-drill' },
    archive: { description: 'Where the archive is.', ...text },
    startedAt: moment,
    releases: listSchema(release),
    objects: count,
    bytes: count,
    faults: listSchema(fault),
    restored: flag,
    trust: { description: 'Of the text of the trust policy; null: signatures were not looked at.', ...orNull(digest) },
    verified: outcome,
  }),
};

/** The published file: docs/generated/schemas/archive-drill.schema.json. */
export function renderDrillSchema(): string {
  return printJson(drillSchema);
}
