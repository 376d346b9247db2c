// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collected } from '@plumbline/core/collecting/collector';
import type { GitHistory } from '@plumbline/core/facts/git-history';
import { afterEach, describe, expect, it } from 'vitest';
import { openRepository } from '../../platform/git/open-repository.ts';
import { buildRepository, type CommitSpec } from '../../testing/build-repository.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { gitObjectPath } from '../../testing/write-git-object.ts';
import { gitHistoryCollector } from './git-history.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => cleanUp.splice(0).forEach((undo) => undo()));

async function collect(path: string): Promise<Collected> {
  const opened = await openRepository(path);
  try {
    const { snapshot: repository, gitDirectory } = opened;
    const [collected] = await gitHistoryCollector.collect(collectorInput({}, { repository, gitDirectory }));
    if (collected === undefined) throw new TypeError('nothing was collected');
    return collected;
  } finally {
    await opened.close();
  }
}

async function historyOf(commits: readonly CommitSpec[]): Promise<GitHistory> {
  const repository = buildRepository({ commits });
  cleanUp.push(repository.remove);
  const collected = await collect(repository.path);
  if (collected.kind !== 'git-history' || collected.state !== 'found') throw new TypeError(JSON.stringify(collected));
  return collected.fact;
}

const github = 'GitHub <noreply@github.com>';
const bob = 'Bob <bob@example.com>';
const bot = 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>';

describe('git-history', () => {
  it('counts signatures in the objects, and tells those of the forge and of bots apart', async () => {
    const { window, windowFirstParent } = await historyOf([
      { name: 'first' },
      { sign: 'openpgp' },
      { sign: 'ssh', name: 'second' },
      { sign: 'x509', parents: ['first'], name: 'side' },
      { sign: 'openpgp', committer: github, parents: ['second', 'side'], message: 'Merge pull request #1 from x/y' },
      { sign: 'openpgp', author: bot, committer: github },
      { author: bot },
      { message: 'Sly\n\ngpgsig -----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----' },
    ]);
    expect(window).toEqual({ commits: 8, signed: 5, signedByForge: 2, byBots: 2, signedByBots: 1 });
    expect(windowFirstParent).toEqual({ commits: 7, signed: 4, signedByForge: 2, byBots: 2, signedByBots: 1 });
  });

  it('looks at 365 days, past commits whose clock was wrong', async () => {
    const history = await historyOf([
      { date: '2024-01-01T00:00:00Z', author: 'Old <old@example.com>' },
      { date: '2025-06-01T00:00:00Z', author: bob },
      { date: '1999-01-01T00:00:00Z', message: 'The clock was wrong' },
      { date: '2030-01-01T00:00:00Z', message: 'The clock was wrong the other way' },
      { date: '2026-05-01T00:00:00Z', author: 'New <New@Example.com>', committer: github },
      { date: '2026-05-30T00:00:00Z' },
    ]);
    expect(history).toMatchObject({ commits: 6, windowDays: 365, committedAt: '2026-05-30T00:00:00Z' });
    expect(history.window.commits).toBe(4);
    expect(history.windowFirstParent.commits).toBe(4);
    expect(history.contributorsLast90Days).toEqual(['ada@example.com', 'new@example.com']);
  });

  it('counts each change of the first-parent line under its strongest sign of review', async () => {
    const { review } = await historyOf([
      { message: 'Direct push', name: 'root' },
      { message: 'Direct push of another', committer: bob },
      { message: 'Web edit', committer: github, name: 'main' },
      { message: 'On a branch (#9)', parents: ['root'], name: 'branch' },
      { message: "Merge branch 'feature'", parents: ['main', 'branch'], name: 'merged' },
      { message: "Merge branch 'main' of example.com:x/y", parents: ['merged', 'branch'] },
      { message: 'Squash (#12)', committer: github },
      { message: 'Squash (!12)\n\nReviewed-by: Bob <bob@example.com>' },
      { message: 'Update (#13)', author: bot },
    ]);
    expect(review).toMatchObject({
      changes: 8,
      merges: 1,
      squashReferences: 1,
      reviewTrailers: 1,
      byBots: 1,
      unreferenced: 4,
      unreferencedCommittedByOther: 1,
    });
    expect(review.sample.filter(({ shape }) => shape === 'unreferenced')).toHaveLength(3);
  });

  it('says that a shallow clone, a plain folder and a broken history cannot be read', async () => {
    const repository = buildRepository({ commits: [{}, {}, {}] });
    cleanUp.push(repository.remove);
    const clones = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-test-'));
    cleanUp.push(() => rmSync(clones, { recursive: true, force: true }));
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.path}`, 'shallow'], { cwd: clones });
    expect(await collect(join(clones, 'shallow'))).toMatchObject({
      state: 'unavailable',
      because: expect.stringContaining('shallow'),
      resolve: expect.stringContaining('--unshallow'),
    });
    expect((await gitHistoryCollector.collect(collectorInput({})))[0]).toMatchObject({ state: 'unavailable' });
    rmSync(gitObjectPath(repository.gitDirectory, repository.commits['0'] ?? ''));
    expect(await collect(repository.path)).toMatchObject({
      state: 'unavailable',
      resolve: expect.stringContaining('fsck'),
    });
  });
});
