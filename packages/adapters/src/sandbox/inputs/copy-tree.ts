// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { runProgram } from '../../platform/process/run-program.ts';

const timeoutMs = 15 * 60_000;

/** Copies a folder with modes, times and links as they are; without bytes where the file system can. `to` is made. */
export async function copyTree(from: string, to: string, signal: CancelSignal): Promise<void> {
  const args = ['--archive', '--reflink=auto', '--no-target-directory', '--', from, to];
  const program = { command: 'cp', args, environment: { PATH: '/usr/bin:/bin' }, workingDirectory: '/' };
  const result = await runProgram(program, { stdoutBytesMax: 1024, timeoutMs, signal });
  if (result.end === 'exited' && result.code === 0) return;
  if (result.end === 'aborted') throw new PlumblineError('interrupted', 'The build was interrupted');
  throw new PlumblineError('output-unwritable', `what was fetched cannot be copied: ${result.stderr.slice(0, 300)}`);
}
