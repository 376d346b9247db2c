// SPDX-License-Identifier: Apache-2.0

/**
 * The Gemara evaluation log as JSON Schema, translated by hand for tests from the CUE of github.com/gemaraproj/gemara at
 * 1298ec0e89f93ed7dce013701bcd1ab295827734 (2026-08-07, after v1.4.1): evaluationlog.cue, metadata.cue, entities.cue,
 * mapping_inline.cue, collections.cue, and #Evidence of auditlog.cue. CUE definitions are closed, hence
 * `additionalProperties: false`. Two rules cannot be said here and are tested beside: the requirement's reference-id is
 * the control's, and ids of references and groups are unique.
 */
const text = { type: 'string' };
const datetime = { type: 'string', format: 'date-time' };
const result = { enum: ['Not Run', 'Passed', 'Failed', 'Needs Review', 'Not Applicable', 'Unknown'] };
const some = (items: object): object => ({ type: 'array', minItems: 1, items });

function closed(
  required: { readonly [name: string]: object },
  optional: { readonly [name: string]: object } = {},
): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const contact = closed({ name: text }, { affiliation: text, email: text, social: text });
const entity = { id: text, name: text, type: { enum: ['Human', 'Software', 'Software Assisted'] } };
const moreOfEntity = { version: text, description: text, uri: { type: 'string', pattern: '^https?://[^\\s]+$' } };
const actor = closed(entity, { ...moreOfEntity, contact });
const resource = closed(entity, { ...moreOfEntity, environment: text, owner: contact });
const entryMapping = closed({ 'reference-id': text, 'entry-id': text }, { remarks: text });
const mappingReference = closed(
  { id: text, title: text, version: text },
  { description: text, url: { type: 'string', pattern: '^(https?|file)://[^\\s]+$' } },
);

const evidenceSource = closed(
  { 'reference-id': text },
  {
    coordinate: text,
    'entry-id': text,
    digest: { type: 'string', pattern: '^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$' },
    remarks: text,
  },
);
const evidence = closed(
  { id: text, type: text, 'collected-at': datetime },
  { payload: {}, source: evidenceSource, description: text },
);

const metadata = closed(
  { id: text, type: { const: 'EvaluationLog' }, 'gemara-version': text, description: text, author: actor },
  {
    version: text,
    date: datetime,
    'mapping-references': some(mappingReference),
    'applicability-groups': some(closed({ id: text, title: text, description: text })),
    draft: { type: 'boolean' },
    lexicon: closed({ 'reference-id': text }, { remarks: text }),
  },
);

const assessmentLog = closed(
  {
    requirement: entryMapping,
    description: text,
    result,
    message: text,
    applicability: some(text),
    steps: some(text),
    start: datetime,
  },
  {
    plan: entryMapping,
    'steps-executed': { type: 'integer' },
    end: datetime,
    recommendation: text,
    'confidence-level': { enum: ['Undetermined', 'Low', 'Medium', 'High'] },
    evidence: some(evidence),
  },
);

export const evaluationLogSchema: object = closed({
  metadata,
  target: resource,
  result,
  evaluations: some(
    closed({ name: text, result, message: text, control: entryMapping, 'assessment-logs': some(assessmentLog) }),
  ),
});
