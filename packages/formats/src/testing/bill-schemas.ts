// SPDX-License-Identifier: Apache-2.0
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { BillFormat } from '../sbom/bill-formats.ts';
import { type Complain, schemaValidator } from './schema-validator.ts';
import { shippedJson } from './shipped-catalog.ts';

const cycloneDx = (version: string): Complain =>
  schemaValidator(`schemas/cyclonedx/bom-${version}.schema.json`, [
    'schemas/cyclonedx/spdx.schema.json',
    'schemas/cyclonedx/jsf-0.82.schema.json',
    'schemas/cyclonedx/cryptography-defs.schema.json',
  ]);

function spdx3(): Complain {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  const validate = ajv.compile(shippedJson('schemas/spdx/spdx-3.0.1.schema.json') as object);
  return (json) => {
    validate(JSON.parse(json));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
}

/** The official schema of each format that bills of materials are written in. */
export const billSchemas: { readonly [F in BillFormat]: Complain } = {
  'cyclonedx-1.7': cycloneDx('1.7'),
  'cyclonedx-1.6': cycloneDx('1.6'),
  'spdx-2.3': schemaValidator('schemas/spdx/spdx-2.3.schema.json'),
  'spdx-3.0.1': spdx3(),
};
