// SPDX-License-Identifier: Apache-2.0
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { shippedJson } from './shipped-catalog.ts';

/** The schema's complaints about a JSON text, one a line; empty when it is valid. */
export type Complain = (json: string) => readonly string[];

/**
 * Compiles an official draft-07 schema from `schemas/` of the catalog package. `strict` is off because the official
 * schemas use keywords as annotations. `iri-reference` and `idn-email` have no checker in ajv and pass unchecked.
 */
export function schemaValidator(path: string, referenced: readonly string[] = []): Complain {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true });
  addFormats.default(ajv);
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
  for (const name of referenced) ajv.addSchema(shippedJson(name) as object);
  const validate = ajv.compile(shippedJson(path) as object);
  return (json) => {
    validate(JSON.parse(json));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
}
