// SPDX-License-Identifier: Apache-2.0
import type { RangeCommit, RangeTag, ReadGitObject } from '@plumbline/core/verification/git-object';
import type { GitRequirements } from '@plumbline/core/verification/git-requirements';
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { GitPolicy, SshSigner } from '@plumbline/core/verification/trust-policy';
import { renderRangeSchema } from './range-schema.ts';
import { expect, test } from 'vitest';
import { rangeDocument } from './range-document.ts';
import { verifyGitRange } from './verify-git-range.ts';

const period = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };
const asOf = '2026-06-30T23:59:59Z';

const signer = (name: string, more: Partial<SshSigner> = {}): SshSigner => ({
  kind: 'ssh',
  name,
  allowedSigners: '',
  principal: '**',
  namespace: 'file',
  period,
  ...more,
});

const good: SignatureCheck = {
  outcome: 'valid',
  steps: [{ step: 'signature', outcome: 'passed', because: 'good' }],
  signer: { keyId: '0'.repeat(64), issuer: null, subjects: ['ada@example.com'] },
  signedAt: null,
};
const refused = (step: 'signature' | 'identity'): SignatureCheck => ({
  ...good,
  outcome: 'invalid',
  steps: [{ step, outcome: 'failed', because: `no ${step}` }],
  signer: null,
});

/** A commit that one signer has signed. */
const signed = (by: string | null, more: Partial<ReadGitObject> = {}): ReadGitObject => ({
  state: 'read',
  objectId: '1'.repeat(40),
  signature: by === null ? null : 'ssh',
  claimedKey: by,
  fault: null,
  statedAt: '2026-01-01T00:00:00Z',
  author: 'ada@example.com',
  tagName: null,
  check: ({ name }) => Promise.resolve(name === by ? good : refused('identity')),
  ...more,
});
const commit = (object: RangeCommit['object'], more: Partial<RangeCommit> = {}): RangeCommit => ({
  object,
  firstParent: true,
  parents: 1,
  ...more,
});

const us = { signers: ['us'], unsigned: 'refused' } as const;
const nothing: GitRequirements = { commits: us, merges: null, merged: null, bots: [], tags: null, keysCount: 'stated' };

async function* each<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

type Given = {
  readonly commits?: readonly RangeCommit[];
  readonly tags?: readonly RangeTag[];
  readonly cutOffAt?: readonly string[];
};

const verify = (
  requirements: Partial<GitRequirements>,
  { commits = [], tags = [], cutOffAt = [] }: Given,
  signers = [signer('us'), signer('forge')],
) => {
  const policy: GitPolicy = { signers, requirements: { ...nothing, ...requirements } };
  return verifyGitRange({ asked: 'a..b', commits: each(commits), tags: each(tags), cutOffAt, policy, asOf });
};

const outcomes = async (...args: Parameters<typeof verify>): Promise<readonly string[]> => {
  const { outcome, objects } = await verify(...args);
  return [outcome, ...objects.map((one) => `${one.role} ${one.outcome}${one.accepted ? '' : ', rejected'}`)];
};

test('each commit falls under one rule, and only the signers of that rule count', async () => {
  const bot = { author: 'app[bot]@example.com' };
  const commits = [
    commit(signed('us')),
    commit(signed('forge')),
    commit(signed('forge'), { parents: 2 }),
    commit(signed(null), { firstParent: false }),
    commit(signed('forge', bot)),
    commit(signed('us', bot), { firstParent: false, parents: 2 }),
  ];
  const forge = { signers: ['forge'], unsigned: 'refused' } as const;
  const requirements = {
    merges: forge,
    merged: { signers: ['us'], unsigned: 'accepted' },
    bots: [{ ...forge, authors: ['*[bot]@example.com'] }],
  } as const;
  expect(await outcomes(requirements, { commits })).toEqual([
    'not-verified',
    'commit valid',
    'commit untrusted, rejected',
    'merge valid',
    'merged unsigned',
    'bot valid',
    'bot untrusted, rejected',
  ]);
  expect(await outcomes({}, { commits: commits.slice(2, 4) })).toEqual([
    'not-verified',
    'merge untrusted, rejected',
    'merged unsigned, rejected',
  ]);
});

test('where unsigned is accepted, a signature that is there has to be good', async () => {
  const accepted = { signers: ['us'], unsigned: 'accepted' } as const;
  const bad = signed('us', { check: () => Promise.resolve(refused('signature')) });
  expect(await outcomes({ commits: accepted }, { commits: [commit(signed(null))] })).toEqual([
    'verified',
    'commit unsigned',
  ]);
  expect(await outcomes({ commits: accepted }, { commits: [commit(bad)] })).toEqual([
    'not-verified',
    'commit invalid, rejected',
  ]);
  expect(await outcomes({ commits: accepted }, { commits: [commit(signed('forge'))] })).toEqual([
    'not-verified',
    'commit untrusted, rejected',
  ]);
});

test('what cannot be looked at is neither verified nor refused, and a refusal outranks it', async () => {
  const gone = commit({ state: 'unavailable', objectId: '2'.repeat(40), because: 'it is not in this clone' });
  const open = commit(signed('us', { check: () => Promise.resolve({ ...good, outcome: 'undecided' }) }));
  expect(await outcomes({}, { commits: [commit(signed('us')), gone] })).toMatchObject({ 0: 'could-not-assess' });
  expect(await outcomes({}, { commits: [open] })).toEqual(['could-not-assess', 'commit could-not-assess, rejected']);
  expect(await outcomes({}, { commits: [commit(signed('us'))], cutOffAt: ['3'.repeat(40)] })).toMatchObject({
    0: 'could-not-assess',
  });
  expect(await outcomes({}, { commits: [gone, commit(signed(null))] })).toMatchObject({ 0: 'not-verified' });
});

test('a check that was refused is refused, whatever its steps say', async () => {
  const mute: SignatureCheck = { ...good, outcome: 'invalid', steps: [] };
  const object = signed('us', { check: () => Promise.resolve(mute) });
  expect(await outcomes({}, { commits: [commit(object)] })).toEqual(['not-verified', 'commit invalid, rejected']);
});

test('nothing found is nothing verified', async () => {
  expect(await outcomes({}, {})).toEqual(['not-verified']);
  expect(await outcomes({ commits: null }, { commits: [commit(signed('us'))] })).toEqual(['not-verified']);
});

test('an object with a fault is not even asked about its signature', async () => {
  const fault = commit(signed('us', { fault: 'it carries more than one signature' }));
  expect(await outcomes({}, { commits: [fault] })).toEqual(['not-verified', 'commit invalid, rejected']);
});

const named = (name: string, tagName: string | null): RangeTag => ({
  name,
  object: tagName === null ? null : signed('us', { tagName }),
});

test('tags by their names; one that was signed under another is refused', async () => {
  const tags = { ...us, names: ['v*'] };
  const given = { tags: [named('v1', 'v1'), named('v2', 'v1'), named('v3', null), named('nightly', 'nightly')] };
  expect(await outcomes({ commits: null, tags }, given)).toEqual([
    'not-verified',
    'tag valid',
    'tag invalid, rejected',
    'tag unsigned, rejected',
  ]);
});

test('a tag whose name only looks like one that is asked for is asked for', async () => {
  const tags = { ...us, names: ['v1.*'] };
  for (const name of ['v1.0\u200b', '\u202ev1.0', 'v1.0\u2028'])
    expect(await outcomes({ commits: null, tags }, { tags: [named(name, null)] })).toEqual([
      'not-verified',
      'tag unsigned, rejected',
    ]);
});

test('keys count when a signature says that it was made, or now; revoked ones never', async () => {
  const commits = [commit(signed('us'))];
  const expired = [signer('us', { period: { ...period, validUntil: '2026-02-01T00:00:00Z' } })];
  const late = [signer('us', { period: { ...period, validFrom: '2026-02-01T00:00:00Z' } })];
  const revoked = [signer('us', { period: { ...period, revokedOn: '2026-02-01T00:00:00Z' } })];
  expect(await outcomes({}, { commits }, expired)).toEqual(['verified', 'commit valid']);
  expect(await outcomes({ keysCount: 'now' }, { commits }, expired)).toMatchObject({ 0: 'not-verified' });
  expect(await outcomes({}, { commits }, late)).toMatchObject({ 0: 'not-verified' });
  expect(await outcomes({}, { commits }, revoked)).toMatchObject({ 0: 'not-verified' });
});

test('counts, and who signed how many', async () => {
  const given = {
    commits: [commit(signed('us')), commit(signed('us')), commit(signed(null)), commit(signed('stranger'))],
  };
  const { commits, signers, objects } = await verify({}, given);
  expect(commits).toEqual({
    all: 4,
    accepted: 2,
    valid: 2,
    invalid: 0,
    untrusted: 1,
    unsigned: 1,
    'could-not-assess': 0,
  });
  expect(signers).toEqual([{ signer: 'us', valid: 2 }]);
  expect(objects[3]).toMatchObject({
    trusted: null,
    signer: null,
    because: expect.stringContaining('of the key stranger'),
  });
});

test('the document has what the schema says', async () => {
  const document = rangeDocument(await verify({}, { commits: [commit(signed('us'))] }));
  const schema = JSON.parse(renderRangeSchema()) as { properties: object; $defs: { object: { properties: object } } };
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(document).sort());
  expect(Object.keys(schema.$defs.object.properties).sort()).toEqual(Object.keys(document.objects[0] ?? {}).sort());
});
