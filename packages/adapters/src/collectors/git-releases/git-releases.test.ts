// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collected } from '@plumbline/core/collecting/collector';
import { afterEach, describe, expect, it } from 'vitest';
import { openRepository } from '../../platform/git/open-repository.ts';
import { buildRepository, type RepositorySpec } from '../../testing/build-repository.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { writeGitObject } from '../../testing/write-git-object.ts';
import { gitReleasesCollector } from './git-releases.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => cleanUp.splice(0).forEach((undo) => undo()));

function build(spec: RepositorySpec): { path: string; gitDirectory: string } {
  const repository = buildRepository(spec);
  cleanUp.push(repository.remove);
  return repository;
}

async function collect(path: string, asOf = '2026-12-31T23:59:59Z'): Promise<Collected> {
  const opened = await openRepository(path);
  try {
    const { snapshot: repository, gitDirectory } = opened;
    const [collected] = await gitReleasesCollector.collect(collectorInput({}, { repository, gitDirectory, asOf }));
    if (collected === undefined) throw new TypeError('nothing was collected');
    return collected;
  } finally {
    await opened.close();
  }
}

const commits = Array.from({ length: 14 }, (_, index) => ({
  name: `c${index}`,
  date: `2026-01-${index + 10}T00:00:00Z`,
}));

describe('git-releases', () => {
  it('takes the last ten by creation date, with the signatures in their objects', async () => {
    const { path } = build({
      commits,
      tags: [
        ...commits.slice(0, 11).map(({ name }, index) => ({ name: `v1.${index}.0`, commit: name })),
        { name: 'v2.0.0', commit: 'c0', message: 'Two', date: '2026-03-01T00:00:00Z', sign: 'openpgp' },
        { name: 'pkg@2.0.1', commit: 'c12', message: 'Two', date: '2026-03-02T00:00:00Z', sign: 'ssh' },
        { name: 'v3.0.0', commit: 'c12', message: 'Three', date: '2026-05-01T00:00:00Z' },
      ],
    });
    expect(await collect(path, '2026-03-31T23:59:59Z')).toMatchObject({
      state: 'found',
      effectiveAt: '2026-03-02T00:00:00Z',
      fact: {
        tags: 13,
        latest: [
          { name: 'pkg@2.0.1', createdAt: '2026-03-02T00:00:00Z', annotated: true, signature: 'ssh' },
          { name: 'v2.0.0', createdAt: '2026-03-01T00:00:00Z', annotated: true, signature: 'openpgp' },
          { name: 'v1.10.0', createdAt: '2026-01-20T00:00:00Z', annotated: false, signature: null },
          ...[9, 8, 7, 6, 5, 4, 3].map((minor) => ({ name: `v1.${minor}.0` })),
        ],
        leftOut: [],
      },
    });
  });

  it('leaves out what is no release, with the reason', async () => {
    const kept = ['v1.0.0', 'v1.1.0', '2.0', 'h2-1.2.3', 'curl-8_1_0', 'pkg/v0.2.0', 'release-0-2-1', 'v3.0.0-rc.1'];
    const out = [
      'latest',
      'nightly',
      'v1',
      'v1.1',
      '2.3.x',
      'backup/v1.0.0',
      'demo',
      'nightly-2026.01.01',
      'deadbeef1',
      'issue-12',
    ];
    const { path } = build({
      commits,
      tags: [
        { name: 'v1.0.0', commit: 'c1' },
        { name: '2.0', commit: 'c1' },
        { name: '2.0.1', commit: 'c2' },
        ...kept.filter((name) => !['v1.0.0', '2.0'].includes(name)).map((name) => ({ name, commit: 'c3' })),
        ...out.map((name) => ({ name, commit: 'c3' })),
      ],
    });
    const collected = await collect(path);
    if (collected.kind !== 'git-releases' || collected.state !== 'found')
      throw new TypeError(JSON.stringify(collected));
    expect(collected.fact.latest.map(({ name }) => name).toSorted()).toEqual([...kept, '2.0.1'].toSorted());
    expect(collected.fact.leftOut.map(({ name }) => name)).toEqual(out.toSorted());
    expect(collected.fact.leftOut.every(({ because }) => because.length > 5)).toBe(true);
  });

  it('reads odd tags: of a file, of nothing, without tagger, with hostile names', async () => {
    const { path, gitDirectory } = build({ commits, tags: [{ name: 'v1.0.0', message: 'One', sign: 'x509' }] });
    const blob = writeGitObject(gitDirectory, 'blob', 'x');
    const refs: { readonly [name: string]: string } = {
      'v1.1.0': blob,
      'v1.2.0': 'f'.repeat(40),
      'v1.3.0': writeGitObject(gitDirectory, 'tag', `object ${blob}\ntype blob\ntag v1.3.0\n\nA file\n`),
      '$(touch${IFS}canary)1.4.0': writeGitObject(gitDirectory, 'tag', 'no headers at all'),
    };
    mkdirSync(join(gitDirectory, 'refs', 'tags'), { recursive: true });
    for (const [name, id] of Object.entries(refs)) writeFileSync(join(gitDirectory, 'refs', 'tags', name), `${id}\n`);
    expect(await collect(path)).toMatchObject({
      state: 'found',
      fact: {
        latest: [{ name: 'v1.0.0', signature: 'x509' }],
        leftOut: Object.keys(refs)
          .toSorted()
          .map((name) => ({ name, because: 'it does not name a commit of this clone' })),
      },
    });
  });

  it('follows a tag of a tag of a tag to its commit', async () => {
    const { path, gitDirectory } = build({ commits, tags: [{ name: 'v1.0.0', message: 'One', sign: 'x509' }] });
    const idOf = (name: string): string =>
      execFileSync('git', ['rev-parse', name], { cwd: path, encoding: 'utf8' }).trim();
    const tagOf = (target: string, name: string): string =>
      writeGitObject(
        gitDirectory,
        'tag',
        `object ${target}\ntype tag\ntag ${name}\ntagger A <a@example.com> 1770000000 +0000\n\nAgain\n`,
      );
    const nested = tagOf(tagOf(idOf('refs/tags/v1.0.0'), 'v1.1.0'), 'v1.2.0');
    mkdirSync(join(gitDirectory, 'refs', 'tags'), { recursive: true });
    writeFileSync(join(gitDirectory, 'refs', 'tags', 'v1.2.0'), `${nested}\n`);
    expect(await collect(path)).toMatchObject({
      state: 'found',
      fact: {
        latest: [
          { name: 'v1.2.0', commit: idOf('v1.0.0^{}'), annotated: true, signature: null },
          { name: 'v1.0.0', signature: 'x509' },
        ],
        leftOut: [],
      },
    });
  });

  it('says absent without tags, and unavailable where the clone may lack them', async () => {
    const { path } = build({ commits });
    expect(await collect(path)).toMatchObject({ state: 'absent', lookedIn: 'tags of this clone' });
    const clones = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-test-'));
    cleanUp.push(() => rmSync(clones, { recursive: true, force: true }));
    const tagged = build({ commits, tags: [{ name: 'v1.0.0' }] });
    for (const option of ['--depth=1', '--no-tags']) {
      execFileSync('git', ['clone', '--quiet', option, `file://${tagged.path}`, `clone${option}`], { cwd: clones });
      expect(await collect(join(clones, `clone${option}`))).toMatchObject({
        state: 'unavailable',
        resolve: expect.stringContaining('fetch --tags'),
      });
    }
    expect((await gitReleasesCollector.collect(collectorInput({})))[0]).toMatchObject({ state: 'unavailable' });
  });
});
