// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { KnownHash } from '@plumbline/core/roadmap/patch';
import { baseEnvironment } from '../platform/git/git-environment.ts';
import { runProgram } from '../platform/process/run-program.ts';
import { matchingPin } from './matching-pin.ts';

const timeoutMs = 10_000;
const stdoutBytesMax = 1_048_576;

/**
 * Asks github.com which commit a tag of an action is now; where no such tag is (`v3`), the newest version that its
 * numbers begin (`v3.90.1`). Null when there is neither.
 */
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
    ...(/^v?\d+(?:\.\d+)?$/.test(tag) ? [`refs/tags/${tag}.*`] : []),
  ];
  const environment = {
    ...baseEnvironment(),
    GIT_ALLOW_PROTOCOL: 'https',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const program = { command: 'git', args, environment, workingDirectory: tmpdir() };
  const result = await runProgram(program, { signal, stdoutBytesMax, timeoutMs });
  if (result.end !== 'exited' || result.code !== 0) return 'unreachable';
  return tagIn(result.stdout.toString('utf8'), reference, tag);
}

/** Of the lines of `git ls-remote`. An annotated tag is two lines; the one that ends in ^{} is the commit. */
export function tagIn(text: string, reference: string, tag: string): KnownHash | null {
  const commits = new Map<string, string>();
  for (const line of text.trim().split('\n')) {
    const [commit = '', ref = ''] = line.split('\t');
    const name = ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, '');
    if (/^[0-9a-f]{40}$/.test(commit) && (!commits.has(name) || ref.endsWith('^{}'))) commits.set(name, commit);
  }
  const exact = commits.get(tag);
  if (exact !== undefined) return { commit: exact, version: tag };
  const action = reference.split('/').slice(0, 2).join('/').split('@', 1)[0] ?? '';
  return matchingPin(
    `${action}@${tag}`,
    [...commits].map(([version, commit]) => ({ action, version, commit })),
  );
}
