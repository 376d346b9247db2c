// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { KnownHash } from '@plumbline/core/roadmap/patch';
import { baseEnvironment } from '../platform/git/git-environment.ts';
import { runProgram } from '../platform/process/run-program.ts';

const timeoutMs = 10_000;

/** Asks github.com which commit a tag of an action is now; null when it has no such tag. */
export async function lookUpTag(reference: string, signal: CancelSignal): Promise<KnownHash | null | 'unreachable'> {
  const [, owner, name, tag] = /^([\w.-]+)\/([\w.-]+)(?:\/[\w./-]*)?@([\w][\w./-]*)$/.exec(reference) ?? [];
  if (owner === undefined || name === undefined || tag === undefined) return null;
  const args = [
    'ls-remote',
    '--tags',
    '--',
    `https://github.com/${owner}/${name}`,
    `refs/tags/${tag}`,
    `refs/tags/${tag}^{}`,
  ];
  const environment = {
    ...baseEnvironment(),
    GIT_ALLOW_PROTOCOL: 'https',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const program = { command: 'git', args, environment, workingDirectory: tmpdir() };
  const result = await runProgram(program, { signal, stdoutBytesMax: 65_536, timeoutMs });
  if (result.end !== 'exited' || result.code !== 0) return 'unreachable';
  const lines = result.stdout
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  // An annotated tag is two lines; the one that ends in ^{} is the commit.
  const commit = (lines.find(([, ref]) => ref?.endsWith('^{}')) ?? lines[0])?.[0];
  return commit !== undefined && /^[0-9a-f]{40}$/.test(commit) ? { commit, version: tag } : null;
}
