// SPDX-License-Identifier: Apache-2.0
import { renderJsonSchema } from '../../platform/record-schema/render-json-schema.ts';
import { recordKinds, recordName, recordSchemas } from './record-schemas.ts';
import { plumblineConfigSchema } from './schemas/plumbline-config.ts';

export type SchemaFile = { readonly name: string; readonly text: string };

/** The published JSON Schema of plumbline.yaml and of every record, by file name. */
export function renderRecordSchemas(): readonly SchemaFile[] {
  return [
    { name: 'plumbline.schema.json', text: renderJsonSchema('plumbline.yaml', plumblineConfigSchema) },
    ...recordKinds.map((kind) => ({
      name: `${recordName(kind)}.schema.json`,
      text: renderJsonSchema(`${recordName(kind)}.yaml`, recordSchemas[kind]),
    })),
  ];
}
