// SPDX-License-Identifier: Apache-2.0
import { verificationSteps } from '@plumbline/core/verification/verification-step';
import { type JsonSchema, listSchema, objectSchema } from '@plumbline/reports/json/json-schema';
import { printJson } from '@plumbline/reports/print-json';
import type { VerificationDocument } from './verification-document.ts';

const text: JsonSchema = { type: 'string' };
const nullableText: JsonSchema = { type: ['string', 'null'] };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const sha256: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const outcome: JsonSchema = { enum: ['verified', 'not-verified', 'could-not-assess'] };
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [schema, { type: 'null' }] });

const step = objectSchema('One thing that was looked at, in the order in which they are looked at.', {
  step: { enum: verificationSteps },
  outcome: { enum: ['passed', 'failed', 'not-checked'] },
  because: text,
});

const mismatch = objectSchema('A component that the bill states otherwise than it is inside.', {
  name: text,
  listed: listSchema(text, 'What the bill says.'),
  found: listSchema(text, 'What is inside.'),
});

const differences = objectSchema('In what a bill of materials and what is inside the artifact differ.', {
  missing: listSchema(text, 'Inside and not in the bill; at most 200, as of the others.'),
  extra: listSchema(text, 'In the bill and not inside.'),
  versions: listSchema(ref('mismatch'), 'In another version.'),
  contents: listSchema(ref('mismatch'), 'In the same version with another content.'),
  matched: count,
});

const attempt = objectSchema(
  'One signature or statement, held against one signer and one requirement.',
  {
    file: text,
    place: { type: 'integer', minimum: 1, description: 'Which one of the file.' },
    trusted: { ...text, description: 'The name of the signer in the trust policy.' },
    outcome,
    steps: listSchema(ref('step')),
    signer: orNull(
      objectSchema('Who signed, as far as the signature proves it.', {
        keyId: { ...sha256, description: 'SHA-256 of the public key (SubjectPublicKeyInfo).' },
        issuer: nullableText,
        subjects: listSchema(text),
      }),
    ),
    signedAt: orNull(
      objectSchema('An instant before which it was signed, and what proves it.', {
        instant,
        proof: { enum: ['transparency log', 'timestamp authority'] },
      }),
    ),
    predicateType: nullableText,
    differences: orNull(ref('differences')),
  },
  ['differences'],
);

const requirement = objectSchema('One requirement of the trust policy, and those that fulfil it or came furthest.', {
  name: text,
  outcome,
  because: text,
  level: { type: ['integer', 'null'], description: 'How far the policy trusts these signers and their builder.' },
  attempts: listSchema(ref('attempt')),
  others: { ...count, description: 'How many others were looked at and are not here.' },
});

const bill = objectSchema('A bill of materials that was named beside the attestations.', {
  file: text,
  outcome,
  steps: listSchema(ref('step')),
  differences: orNull(ref('differences')),
});

const vexDocument = objectSchema('A document with statements about vulnerabilities.', {
  file: text,
  format: { enum: ['openvex', 'cyclonedx', 'csaf'] },
  author: nullableText,
  issuedAt: nullableText,
  trusted: { ...nullableText, description: 'Which signer of the policy signed it; null: none that was proved.' },
  statements: count,
  concerning: { ...count, description: 'How many of them concern the artifact or what is inside.' },
});

const vexLine = objectSchema('A vulnerability of the artifact or of something inside, and what is said of it.', {
  vulnerability: text,
  aliases: listSchema(text),
  component: { ...nullableText, description: 'A package URL; null: the artifact as a whole.' },
  severity: { ...nullableText, description: 'By the advisories of this machine; null: they do not name it.' },
  status: { enum: ['affected', 'not_affected', 'fixed', 'under_investigation', 'not-said'] },
  justification: nullableText,
  document: nullableText,
  trusted: nullableText,
  stale: { ...nullableText, description: 'Why the statement does not count.' },
});

const vex = objectSchema('What is said of vulnerabilities: a report, of which nothing is concluded.', {
  documents: listSchema(ref('vexDocument')),
  lines: listSchema(ref('vexLine')),
  advisories: orNull(
    objectSchema('The advisories of this machine that were asked; null: there are none.', {
      asOf: nullableText,
      uncovered: listSchema(text, 'Ecosystems of which there are none.'),
    }),
  ),
});

/** Every member of the document has to have a schema. */
const members: { readonly [M in keyof VerificationDocument]: JsonSchema } = {
  schemaVersion: { const: '1.0' },
  outcome,
  artifact: objectSchema('What was verified.', { name: text, sha256 }),
  asOf: instant,
  requirements: listSchema(ref('requirement')),
  level: objectSchema('The SLSA Build level that can be stated, and why that one.', { word: text, because: text }),
  bills: listSchema(ref('bill')),
  vex: orNull(ref('vex')),
};

/** The JSON Schema of `verify --format json`, the published file docs/generated/schemas/verification.schema.json. */
export function renderVerificationSchema(): string {
  return printJson({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:plumbline:schema:verification:1.0',
    title: 'Plumbline verification',
    ...objectSchema('What the signatures, statements and bills of an artifact prove.', members),
    $defs: { step, mismatch, differences, attempt, requirement, bill, vexDocument, vexLine, vex },
  });
}
