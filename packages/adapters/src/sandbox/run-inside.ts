// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildConditions } from '@plumbline/core/building/build-conditions';
import type { BuildEnd, BuildRun } from '@plumbline/core/building/build-run';
import { PlumblineError } from '@plumbline/core/errors';
import { buildEnvironment } from './inputs/build-environment.ts';
import type { Bench } from './open-workshop.ts';

export type InsideRun = {
  /** With `source`, `home` and `output` in it; `build.log` is written beside them. */
  readonly folder: string;
  readonly conditions: BuildConditions;
  readonly command: readonly string[];
  readonly network: boolean;
};

export type InsideResult = Pick<BuildRun, 'environment' | 'startedAt' | 'finishedAt' | 'result' | 'log'>;

const logBytesMax = 64 * 1024 * 1024;
const tailBytes = 4096;

/** Runs a command in the sandbox under the conditions, its log kept. Throws `interrupted`. */
export async function runInside(
  bench: Bench,
  { folder, conditions, command, network }: InsideRun,
): Promise<InsideResult> {
  const { plan, sandbox } = bench;
  const environment = buildEnvironment({ ...bench, conditions });
  const logFile = await open(join(folder, 'build.log'), 'wx', 0o600);
  const written = logFile.createWriteStream();
  const hash = createHash('sha256');
  let bytes = 0;
  let tail = Buffer.alloc(0);
  const startedAt = new Date().toISOString();
  const ended = await sandbox.run({
    command: ['/bin/sh', '-c', 'umask "$1" && shift && exec "$@"', 'build', conditions.umask, ...command],
    environment,
    workingDirectory: conditions.sourcePath,
    hostname: conditions.hostname,
    writable: [
      { outside: join(folder, 'source'), inside: conditions.sourcePath },
      { outside: join(folder, 'home'), inside: conditions.homePath },
      { outside: join(folder, 'output'), inside: conditions.outputPath },
    ],
    readable: plan.toolFolders,
    network,
    bounds: {
      ...plan.bounds,
      fileBytes: plan.bounds.diskBytes,
      logBytes: logBytesMax,
      oneCpu: conditions.cpus === 'one',
    },
    onLog: (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
      tail = Buffer.concat([tail, chunk]).subarray(-tailBytes);
      written.write(chunk);
    },
  });
  await new Promise<void>((resolve, reject) =>
    written.end((error?: Error | null) => (error ? reject(error) : resolve())),
  );
  if (bench.signal.aborted) throw new PlumblineError('interrupted', 'The build was interrupted');
  return {
    environment,
    startedAt,
    finishedAt: new Date().toISOString(),
    result: endOf(ended),
    log: { sha256: hash.digest('hex'), bytes, tail: tail.toString('utf8') },
  };
}

/** What a shell makes of SIGXFSZ: a file alone reached the bound of the disk before anybody looked. */
const fileTooLarge = 128 + 25;

function endOf(ended: Awaited<ReturnType<Bench['sandbox']['run']>>): BuildEnd {
  if (ended.end === 'exited')
    return ended.code === fileTooLarge ? { end: 'too-much-disk' } : { end: 'exited', code: ended.code };
  return { end: ended.end === 'missing' ? 'killed' : ended.end };
}
