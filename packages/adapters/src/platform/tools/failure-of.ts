// SPDX-License-Identifier: Apache-2.0
import { withoutSecretText } from '@plumbline/core/evidence/without-secrets';
import type { ScanBounds } from '@plumbline/core/scanning/scanner';
import type { ProgramResult } from '../process/program-result.ts';
import type { ToolSpec } from './tool-spec.ts';

type Ended = Pick<ToolSpec, 'tool' | 'finished' | 'failures'>;

const wordsMax = 300;

/** Why a call of a tool does not count, in a clause for people; null when it came to its end. */
export function failureOf(result: ProgramResult, spec: Ended, bounds: ScanBounds): string | null {
  switch (result.end) {
    case 'exited':
      return spec.finished.includes(result.code) ? null : exitFailure(result.code, result.stderr, spec);
    case 'missing':
      return `${spec.tool} could not be started`;
    case 'timed-out':
      return `${spec.tool} was ended after ${Math.round(bounds.timeoutMs / 1000)} seconds without being done`;
    case 'aborted':
      return `${spec.tool} was interrupted`;
    case 'too-much-output':
      return `${spec.tool} printed more than a report can be`;
    case 'too-much-memory':
      return `${spec.tool} took more than ${Math.round(bounds.memoryBytesMax / 1024 / 1024)} MiB of memory`;
    case 'killed':
      return `${spec.tool} was killed by a signal`;
  }
}

function exitFailure(code: number, stderr: string, { tool, failures }: Ended): string {
  const meaning = failures?.[code];
  const words = complaintOf(stderr);
  return [
    `${tool} failed with exit code ${code}`,
    meaning === undefined ? '' : ` (${meaning})`,
    words === '' ? '' : `: ${words}`,
  ].join('');
}

/** The line of standard error that says most: the last that speaks of an error, else the last. */
function complaintOf(stderr: string): string {
  const lines = stderr
    .slice(0, 8192)
    .split(/[\r\n]+/u)
    .map((line) => plainLine(line))
    .filter((line) => line !== '');
  return lines.findLast((text) => /error|fatal|fail|cannot|unable|denied/iu.test(text)) ?? lines.at(-1) ?? '';
}

/** A line that a tool wrote for people: without colours, our folders and secrets, and of bounded length. */
export function plainLine(line: string): string {
  const plain = line
    .slice(0, 8192)
    .replaceAll(/\u001b\[[0-9;]{0,20}[A-Za-z]/gu, '')
    .replaceAll(/\/[^\s'"]{0,500}plumbline-[^\s'":]{0,500}\//gu, '');
  return withoutSecretText(plain.trim().slice(0, wordsMax).toWellFormed());
}
