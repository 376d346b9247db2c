// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileContent } from '@plumbline/core/collecting/repository-snapshot';
import { afterEach, expect } from 'vitest';
import { type OpenOptions, type OpenRepository, openRepository } from '../platform/git/open-repository.ts';
import { type BuiltRepository, buildRepository, type RepositorySpec } from './build-repository.ts';

export type Repositories = {
  readonly build: (spec: RepositorySpec) => BuiltRepository;
  /** An empty temporary folder. */
  readonly folder: () => string;
  readonly open: (path: string, options?: OpenOptions) => Promise<OpenRepository>;
};

/** Builds and opens repositories that are closed and removed after each test. */
export function useRepositories(): Repositories {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    for (const undo of cleanUp.splice(0).toReversed()) await undo();
  });
  return {
    build: (spec) => {
      const repository = buildRepository(spec);
      cleanUp.push(repository.remove);
      return repository;
    },
    folder: () => {
      const path = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-test-'));
      cleanUp.push(() => rmSync(path, { recursive: true, force: true }));
      return path;
    },
    open: async (path, options) => {
      const opened = await openRepository(path, options);
      cleanUp.push(opened.close);
      return opened;
    },
  };
}

/** Reads every entry, and makes sure that each came in its turn. */
export async function contents(
  { snapshot }: OpenRepository,
  bytesMax = 1_048_576,
): Promise<{ readonly [path: string]: FileContent }> {
  const read: Record<string, FileContent> = {};
  const paths = snapshot.entries.map(({ path }) => path);
  await snapshot.read(paths, (path, content) => (read[path] = content), { bytesMax });
  expect(Object.keys(read)).toEqual(paths);
  return read;
}

export function text(value: string): FileContent {
  return { state: 'text', text: value };
}

/** Plain git with no configuration but an identity, for repositories that loose objects alone cannot show. */
export function git(cwd: string, ...args: readonly string[]): string {
  const env = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...identity, ...args], { cwd, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}
