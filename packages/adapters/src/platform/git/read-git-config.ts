// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { readRegularFile } from '../files/read-regular-file.ts';
import { parsePlainConfig } from './parse-plain-config.ts';
import { runGit } from './run-git.ts';
import type { CancelSignal } from '@plumbline/core/collecting/collector';

/** Values by `section.key` or `section.subsection.key`, section and key in lower case; the last value wins. */
export type GitConfig = ReadonlyMap<string, string>;

const configBytesMax = 1024 * 1024;

/**
 * Reads a repository's configuration as data: git parses the bytes from its input, without includes, and applies
 * none of it. What is plain enough is not given to git: starting a process takes longer than all else here.
 */
export async function readGitConfig(
  commonDirectory: string,
  scratch: string,
  signal: CancelSignal | undefined,
): Promise<GitConfig> {
  const path = join(commonDirectory, 'config');
  const file = await readRegularFile(path, { bytesMax: configBytesMax, followLink: true });
  if (file.state === 'missing') return new Map();
  if (file.state !== 'read') throw unreadable(path, file.state);
  const plain = parsePlainConfig(file.bytes.toString());
  if (plain !== null) return plain;
  const result = await runGit(scratch, ['config', '--file', '-', '--no-includes', '--list', '--null'], {
    stdin: file.bytes,
    signal,
  });
  if (result.code !== 0) throw unreadable(path, 'not in the syntax of git config');
  return new Map(result.stdout.toString().split('\0').filter(Boolean).map(entryOf));
}

function entryOf(item: string): readonly [string, string] {
  const end = item.indexOf('\n');
  return end < 0 ? [item, 'true'] : [item.slice(0, end), item.slice(end + 1)];
}

function unreadable(path: string, why: string): PlumblineError {
  return new PlumblineError('repository-unreadable', `${path} cannot be read: ${why}`, {
    path,
    next: 'Repair it, or assess a fresh clone',
  });
}
