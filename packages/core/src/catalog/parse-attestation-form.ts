// SPDX-License-Identifier: Apache-2.0
import type { AttestationForm, FormStatement } from './attestation-form.ts';
import { asListOf, asText, listMember, member, optional, parseShape, type Reader } from './json-shape.ts';
import type { ParseResult } from './parse-result.ts';

const asStatement: Reader<FormStatement> = (json) => ({
  id: member(json, 'id', asText),
  text: member(json, 'text', asText),
  parts: listMember(json, 'parts', asText),
  eo14028: member(json, 'eo14028', asText),
  ssdf: member(json, 'ssdf', asListOf(asText)),
  ...optional(json, 'ssdfAsPrinted', asText),
  ...optional(json, 'parent', asText),
});

const asForm: Reader<AttestationForm> = (json) => ({
  id: member(json, 'id', asText),
  title: member(json, 'form', asText),
  issuer: member(json, 'issuer', asText),
  formVersion: member(json, 'formVersion', asText),
  ombExpirationDate: member(json, 'ombExpirationDate', asText),
  policyStatus: member(json, 'policyStatus', asText),
  statements: member(json, 'statements', asListOf(asStatement)),
});

/** Reads `cisa-attestation-form.json`. The first fault is the answer, with its path. */
export function parseAttestationForm(json: unknown): ParseResult<AttestationForm> {
  return parseShape(json, asForm);
}
