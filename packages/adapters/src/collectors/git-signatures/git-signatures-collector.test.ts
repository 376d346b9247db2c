// SPDX-License-Identifier: Apache-2.0
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collected, CollectorInput } from '@plumbline/core/collecting/collector';
import { digestOf } from '@plumbline/core/digest';
import type { GitVerificationEntry, VerifiedRange, VerifiedTag } from '@plumbline/core/state/git-verification-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { countOutcomes } from '@plumbline/core/verification/count-outcomes';
import { expect, test } from 'vitest';
import { openState } from '../../state/open-state.ts';
import type { BuiltRepository, RepositorySpec } from '../../testing/build-repository.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { git, useRepositories } from '../../testing/use-repositories.ts';
import { gitReleasesCollector } from '../git-releases/git-releases.ts';
import { gitSignaturesCollector } from './git-signatures-collector.ts';

const { build, folder, open } = useRepositories();

const history: RepositorySpec = {
  commits: [
    { name: 'old', date: '2024-01-01T00:00:00Z' },
    { name: 'one', date: '2026-01-01T00:00:00Z' },
    { name: 'side', parents: ['one'], author: 'dependabot[bot] <support@example.com>' },
    { name: 'merge', parents: ['one', 'side'], committer: 'GitHub <noreply@github.com>' },
    { name: 'two' },
  ],
  tags: [
    { name: 'v1.0.0', commit: 'one', message: 'v1.0.0', sign: 'ssh' },
    { name: 'v1.1.0', commit: 'two' },
  ],
};

const nothing = { invalid: [], untrusted: [], unsigned: [], 'could-not-assess': [] };
const range = (base: string | null, head: string, all: number, more: Partial<VerifiedRange> = {}): VerifiedRange => ({
  base,
  head,
  all,
  people: countOutcomes([]),
  bots: countOutcomes([]),
  notValid: nothing,
  ...more,
});
const entry = (more: Partial<GitVerificationEntry>): GitVerificationEntry => ({
  schema: 1,
  verifiedAt: '2026-06-01T00:00:00.000Z',
  repository: 'lantern',
  policy: digestOf('policy'),
  outcome: 'verified',
  commits: null,
  tags: [],
  gaps: [],
  ...more,
});
const tag = (name: string, objectId: string | null, target: string, more: Partial<VerifiedTag> = {}): VerifiedTag => ({
  name,
  objectId,
  target,
  outcome: 'valid',
  because: 'signed by us',
  ...more,
});

type Given = {
  readonly change?: (state: StateStore) => Promise<void>;
  readonly input?: Partial<CollectorInput>;
};

async function collect(
  { path }: { readonly path: string },
  entries: readonly GitVerificationEntry[],
  { change, input = {} }: Given = {},
): Promise<Collected> {
  const state = openState(folder());
  for (const one of entries) await state.add('git-verifications', one);
  await change?.(state);
  const { snapshot: repository, gitDirectory } = await open(path);
  const [tags] = await gitReleasesCollector.collect(collectorInput({}, { repository, gitDirectory }));
  const seen = ((kind: string) => (kind === 'git-releases' ? tags : undefined)) as NonNullable<CollectorInput['seen']>;
  const given = collectorInput({}, { repository, gitDirectory, state, seen, ...input });
  const [item] = await gitSignaturesCollector.collect(given);
  if (item === undefined) throw new Error('no item');
  return item;
}

async function commitsOf(...args: Parameters<typeof collect>): Promise<unknown> {
  const item = await collect(...args);
  return item.kind === 'git-signatures' && item.state === 'found' ? item.fact.commits : item;
}

const idOf = ({ commits }: BuiltRepository, name: string): string => commits[name] ?? '';

const damage = async ({ location }: StateStore): Promise<void> => {
  const [first = ''] = await readdir(join(location, 'git-verifications'));
  await writeFile(join(location, 'git-verifications', first), '{}');
};

test('nothing is on record, or not believed, or damaged: nobody knows', async () => {
  const repository = build(history);
  const whole = entry({ commits: range(null, idOf(repository, 'two'), 5) });
  for (const item of [
    await collect(repository, []),
    await collect(repository, [whole], { input: { stateRefused: true } }),
    await collect(repository, [whole], { change: damage }),
    await collect(repository, [whole], { input: { gitDirectory: null } }),
    await collect(repository, [{ ...whole, verifiedAt: '2026-07-01T00:00:00Z' }]),
    await collect(repository, [{ ...whole, verifiedAt: 'yesterday' }]),
  ])
    expect(item).toMatchObject({ state: 'unavailable' });
});

test('commits of the year, those of bots and of the forge apart', async () => {
  const repository = build(history);
  const { old = '', side = '', two = '' } = repository.commits;
  const notValid = { ...nothing, unsigned: [old, side] };
  expect(await collect(repository, [entry({ commits: range(null, two, 5, { notValid }) })])).toEqual({
    kind: 'git-signatures',
    location: 'kept verifications of commits and tags',
    effectiveAt: '2026-06-01T00:00:00.000Z',
    strength: 'tested',
    state: 'found',
    fact: {
      windowDays: 365,
      commits: {
        policy: digestOf('policy'),
        verifiedAt: '2026-06-01T00:00:00.000Z',
        commits: 4,
        notLookedAt: 0,
        people: countOutcomes(['valid', 'valid', 'valid']),
        bots: countOutcomes(['unsigned']),
        validByForge: 1,
        notValid: [{ commit: side, outcome: 'unsigned' }],
      },
      tags: [],
    },
  });
});

test('ranges add up under one policy, and the newest that looked at a commit decides', async () => {
  const repository = build(history);
  const { one = '', merge = '', two = '' } = repository.commits;
  const first = entry({ verifiedAt: '2026-05-01T00:00:00Z', commits: range(null, merge, 4) });
  const second = entry({ commits: range(one, two, 3, { notValid: { ...nothing, invalid: [merge] } }) });
  expect(await commitsOf(repository, [first, second])).toMatchObject({
    verifiedAt: '2026-06-01T00:00:00.000Z',
    commits: 4,
    notLookedAt: 0,
    notValid: [{ commit: merge, outcome: 'invalid' }],
  });
  expect(await commitsOf(repository, [second])).toMatchObject({ notLookedAt: 1 });
  expect(await commitsOf(repository, [{ ...first, policy: digestOf('another') }, second])).toMatchObject({
    notLookedAt: 1,
  });
});

test('a range that is not what was verified shows nothing', async () => {
  const repository = build(history);
  const { merge = '', two = '' } = repository.commits;
  for (const commits of [
    range(null, two, 4), // one of them was not there, as in a shallow clone
    range('f'.repeat(40), two, 5),
    range('--all', two, 5),
    range(null, two, 5, { notValid: null }),
  ])
    expect(await commitsOf(repository, [entry({ commits })])).toMatchObject({ commits: 4, notLookedAt: 4 });
  expect(await commitsOf(repository, [entry({ commits: range(null, merge, 4) })])).toMatchObject({ notLookedAt: 1 });
});

test('commits of elsewhere, and a history that is cut off', async () => {
  const repository = build(history);
  expect(await commitsOf(repository, [entry({ commits: range(null, 'e'.repeat(40), 5) })])).toBeNull();
  const path = join(folder(), 'shallow');
  git(repository.path, 'clone', '--quiet', '--depth=1', `file://${repository.path}`, path);
  const whole = entry({ commits: range(null, idOf(repository, 'two'), 5) });
  expect(await collect({ path }, [whole])).toMatchObject({
    state: 'unavailable',
    because: expect.stringContaining('shallow'),
  });
});

test('tags count while they are the same object', async () => {
  const repository = build(history);
  const { one = '', two = '' } = repository.commits;
  const object = git(repository.path, 'rev-parse', 'refs/tags/v1.0.0');
  const signed = tag('v1.0.0', object, one);
  const light = tag('v1.1.0', null, two, { outcome: 'unsigned' });
  const older = entry({ verifiedAt: '2026-05-01T00:00:00Z', tags: [signed, light] });
  const newer = entry({ tags: [{ ...signed, outcome: 'invalid' }, tag('v0', 'a'.repeat(40), one)] });
  expect(await collect(repository, [older, newer])).toMatchObject({
    fact: {
      commits: null,
      tags: [
        { name: 'v1.1.0', outcome: 'unsigned', verifiedAt: '2026-05-01T00:00:00Z' },
        { name: 'v1.0.0', outcome: 'invalid', verifiedAt: '2026-06-01T00:00:00.000Z' },
      ],
    },
  });
  const moved = [tag('v1.0.0', 'b'.repeat(40), one), tag('v1.1.0', null, one), tag('v1.1.0', object, two)];
  expect(await collect(repository, [entry({ tags: moved })])).toMatchObject({ fact: { tags: [] } });
});
