// SPDX-License-Identifier: Apache-2.0
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import type { Terminal } from './terminal.ts';

/** The result of a command: to the file that the user named, else to stdout. */
export async function deliver(text: string, output: string | undefined, terminal: Terminal): Promise<void> {
  if (output === undefined) return terminal.write(text);
  await writeFileAtomically(output, text);
}
