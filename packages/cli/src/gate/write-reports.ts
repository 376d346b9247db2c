// SPDX-License-Identifier: Apache-2.0
import { createFolder } from '@plumbline/adapters/platform/files/create-folder';
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import { join } from 'node:path';
import type { Terminal } from '../terminal/terminal.ts';
import { renderDecision, type GateFormat } from './render-decision.ts';

/** The name that each format has among the reports, with the ending by which other tools know it. */
const fileOf: { readonly [F in GateFormat]: string } = {
  text: 'gate.txt',
  json: 'gate.json',
  markdown: 'gate.md',
  sarif: 'gate.sarif',
  junit: 'gate.junit.xml',
  annotations: 'gate.annotations.txt',
  statement: 'gate.intoto.json',
};

/** Writes one decision in every format, so that a pipeline shows the same one everywhere. Makes the folder. */
export async function writeReports(decision: GateDecision, folder: string, terminal: Terminal): Promise<void> {
  await createFolder(folder);
  for (const format of Object.keys(fileOf) as GateFormat[])
    await writeFileAtomically(
      join(folder, fileOf[format]),
      await renderDecision(decision, format, terminal, { verbose: true, toFile: true }),
    );
}
