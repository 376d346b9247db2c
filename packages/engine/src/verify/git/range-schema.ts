// SPDX-License-Identifier: Apache-2.0
import { signatureOutcomes } from '@plumbline/core/verification/signature-outcome';
import { verificationSteps } from '@plumbline/core/verification/verification-step';
import { type JsonSchema, listSchema, objectSchema } from '@plumbline/reports/json/json-schema';
import { printJson } from '@plumbline/reports/print-json';
import type { RangeDocument } from './range-document.ts';
import type { ObjectVerification, OutcomeCounts } from './range-verification.ts';

const text: JsonSchema = { type: 'string' };
const nullableText: JsonSchema = { type: ['string', 'null'] };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [schema, { type: 'null' }] });

const counts: { readonly [M in keyof OutcomeCounts]: JsonSchema } = {
  all: count,
  accepted: { ...count, description: 'How many the policy accepts.' },
  valid: count,
  invalid: count,
  untrusted: count,
  unsigned: count,
  'could-not-assess': count,
};

const object: { readonly [M in keyof ObjectVerification]: JsonSchema } = {
  type: { enum: ['commit', 'tag'] },
  objectId: { ...nullableText, description: 'Null for a lightweight tag.' },
  name: { ...nullableText, description: 'Of a tag, without refs/tags/.' },
  role: { enum: ['commit', 'merge', 'merged', 'bot', 'tag'], description: 'By which rule of the policy it is judged.' },
  format: { enum: ['openpgp', 'ssh', 'x509', null] },
  outcome: {
    enum: signatureOutcomes,
    description:
      'untrusted: nobody made the signature whom the policy trusts with it; invalid: it is said to be of somebody trusted, and is not good.',
  },
  accepted: { type: 'boolean' },
  because: text,
  trusted: { ...nullableText, description: 'The name of the signer in the trust policy.' },
  signer: orNull(
    objectSchema(
      'Who signed, as far as the signature proves it.',
      {
        keyId: {
          type: 'string',
          pattern: '^[0-9a-f]{64}$',
          description: 'SHA-256 of the public key (SubjectPublicKeyInfo).',
        },
        issuer: nullableText,
        subjects: listSchema(text),
        fingerprint: text,
      },
      ['fingerprint'],
    ),
  ),
  claimedKey: { ...nullableText, description: 'Whom the signature names as its maker, which proves nothing.' },
  statedAt: { ...nullableText, description: 'When it says that it was made, which nothing proves.' },
  signedAt: orNull(
    objectSchema('An instant before which it was signed, and what proves it.', {
      instant,
      proof: { enum: ['transparency log', 'timestamp authority'] },
    }),
  ),
  steps: listSchema(
    objectSchema('One thing that was looked at, in the order in which they are looked at.', {
      step: { enum: verificationSteps },
      outcome: { enum: ['passed', 'failed', 'not-checked'] },
      because: text,
    }),
  ),
};

/** Every member of the document has to have a schema. */
const members: { readonly [M in keyof RangeDocument]: JsonSchema } = {
  schemaVersion: { const: '1.0' },
  outcome: { enum: ['verified', 'not-verified', 'could-not-assess'] },
  asked: { ...text, description: 'The range or the tag, as it was named.' },
  asOf: instant,
  gaps: listSchema(text, 'What stands in the way of a complete answer.'),
  commits: ref('counts'),
  tags: ref('counts'),
  signers: listSchema(objectSchema('How many valid signatures are of one signer.', { signer: text, valid: count })),
  objects: listSchema(ref('object'), 'Commits newest first, then tags by name.'),
};

/** The JSON Schema of `verify --commits --format json`, the published file docs/generated/schemas/range-verification.schema.json. */
export function renderRangeSchema(): string {
  return printJson({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:plumbline:schema:range-verification:1.0',
    title: 'Plumbline verification of commits and tags',
    ...objectSchema('What the signatures of commits and tags prove.', members),
    $defs: {
      counts: objectSchema('How many there are of each outcome.', counts),
      object: objectSchema('One commit or tag.', object),
    },
  });
}
