// SPDX-License-Identifier: Apache-2.0
import { recordKinds, recordName } from './record-schemas.ts';
import { renderRecordSchemas } from './render-record-schemas.ts';
import { starterTexts } from './starter-texts.ts';

export type StarterFile = { readonly path: string; readonly text: string };

export type StarterInput = {
  readonly product: string;
  /** Written where a clone alone cannot tell it. */
  readonly defaultBranch?: string | null;
};

const folder = 'security';
/** Beside the records, so that editors complete offline and whatever the version of the tool. */
const schemaFolder = `${folder}/.schemas`;

const modeline = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`;

/** What `plumbline init` writes: plumbline.yaml and a starter of every record, each a placeholder until filled in. */
export function starterRecords({ product, defaultBranch = null }: StarterInput): readonly StarterFile[] {
  const branch = defaultBranch === null ? '' : `defaultBranch: ${JSON.stringify(defaultBranch)}\n`;
  const config = `${modeline(`${schemaFolder}/plumbline.schema.json`)}# What Plumbline must know of this repository.
product: ${JSON.stringify(product)}
# The folder of the records. It is complete: a record that is not in it counts as absent.
records: ${folder}/
${branch}`;
  return [
    { path: 'plumbline.yaml', text: config },
    ...recordKinds.map(recordName).map((name) => ({
      path: `${folder}/${name}.yaml`,
      text: `${modeline(`.schemas/${name}.schema.json`)}${starterTexts[name]}`,
    })),
  ];
}

/** The schemas that the modelines of the starter records name. */
export function starterSchemas(): readonly StarterFile[] {
  return renderRecordSchemas().map(({ name, text }) => ({ path: `${schemaFolder}/${name}`, text }));
}
