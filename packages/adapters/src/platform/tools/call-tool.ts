// SPDX-License-Identifier: Apache-2.0
import { rm } from 'node:fs/promises';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { ScanBounds } from '@plumbline/core/scanning/scanner';
import { readRegularFile } from '../files/read-regular-file.ts';
import { runProgram } from '../process/run-program.ts';
import { failureOf } from './failure-of.ts';
import type { ToolSpec } from './tool-spec.ts';

/** A report is read whole: this is what one may have in bytes. */
export const reportBytesMax: number = 256 * 1024 * 1024;

export type ToolCall = {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: { readonly [name: string]: string };
  /** An empty folder: tools read configuration from the current one. */
  readonly workingDirectory: string;
  readonly bounds: ScanBounds;
  readonly spec: Pick<ToolSpec, 'tool' | 'finished' | 'failures' | 'silentWhenClean'>;
  readonly signal: CancelSignal;
  /** Left out: the report is what the tool prints. */
  readonly reportFile?: string;
};

/** Whom to call, and from where. */
export type Asking = Pick<ToolCall, 'program' | 'environment' | 'workingDirectory' | 'signal'>;

export type ToolAnswer =
  | { readonly state: 'answered'; readonly report: Uint8Array; readonly stdout: Buffer; readonly stderr: string }
  | { readonly state: 'failed'; readonly because: string };

/** Calls a tool once and gives back what it wrote; a crash, a cut or a report that was not written is a reason. */
export async function callTool(call: ToolCall): Promise<ToolAnswer> {
  const { program, args, environment, workingDirectory, bounds, spec, signal, reportFile } = call;
  if (reportFile !== undefined) await rm(reportFile, { force: true });
  const result = await runProgram(
    { command: program, args, environment, workingDirectory },
    { ...bounds, memoryWithChildren: true, stdoutBytesMax: reportBytesMax, signal },
  );
  const failure = failureOf(result, spec, bounds);
  if (failure !== null) return { state: 'failed', because: failure };
  if (result.end !== 'exited') throw new TypeError(`an end without a reason: ${result.end}`);
  const { stdout, stderr } = result;
  if (reportFile === undefined) return { state: 'answered', report: stdout, stdout, stderr };
  const file = await readRegularFile(reportFile, { bytesMax: reportBytesMax });
  if (file.state === 'read') return { state: 'answered', report: file.bytes, stdout, stderr };
  if (file.state === 'missing' && spec.silentWhenClean === true)
    return { state: 'answered', report: new Uint8Array(), stdout, stderr };
  const what = file.state === 'missing' ? 'wrote no report' : `wrote a report that is ${file.state}`;
  return { state: 'failed', because: `${spec.tool} said that it was done, but ${what}` };
}
