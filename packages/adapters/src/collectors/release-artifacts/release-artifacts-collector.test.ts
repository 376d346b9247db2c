// SPDX-License-Identifier: Apache-2.0
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collected } from '@plumbline/core/collecting/collector';
import { digestOf } from '@plumbline/core/digest';
import { sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import type { GitReleases } from '@plumbline/core/facts/git-releases';
import type { BuildEntry, Reproduction } from '@plumbline/core/state/build-entry';
import type { ReleaseEntry } from '@plumbline/core/state/release-entry';
import type { StateKind, StateStore } from '@plumbline/core/state/state-store';
import type { VerificationEntry, VerifiedRequirement } from '@plumbline/core/state/verification-entry';
import { expect, test } from 'vitest';
import { noEvidence } from '../../platform/evidence/understand-evidence.ts';
import { openState } from '../../state/open-state.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { useRepositories } from '../../testing/use-repositories.ts';
import { releaseArtifactsCollector } from './release-artifacts-collector.ts';

const { folder } = useRepositories();
const commit = 'c'.repeat(40);
const sha256 = 'a'.repeat(64);
const tag = { createdAt: '2026-06-01T00:00:00Z', commit, annotated: true, signature: null };
const tagged = (...names: readonly string[]): GitReleases => ({
  tags: names.length,
  latest: names.map((name) => ({ ...tag, name })),
  leftOut: [],
});

const gathered = (more: Partial<ReleaseEntry> = {}): ReleaseEntry => ({
  schema: 1,
  manifest: digestOf('manifest'),
  tag: 'v1.0.0',
  commit,
  createdAt: '2026-06-01T00:00:00Z',
  recordedAt: '2026-06-01T00:00:00Z',
  gate: { outcome: 'not-asked', reason: 'a test' },
  parts: [{ name: 'app.cdx.json', role: 'sbom', digest: `sha256:${'b'.repeat(64)}`, size: 1 }],
  artifacts: [
    {
      name: 'app.tgz',
      sha256,
      checksums: [],
      wrongChecksums: [],
      signatures: [],
      sboms: [],
      provenance: [],
      binaries: [],
    },
  ],
  ...more,
});

const requirement = (more: Partial<VerifiedRequirement> = {}): VerifiedRequirement => ({
  name: 'signature',
  predicateType: null,
  outcome: 'verified',
  because: 'one signer proves it',
  ...more,
});
const provenance = 'https://slsa.dev/provenance/v1';

const verified = (verifiedAt: string, ...requirements: readonly VerifiedRequirement[]): VerificationEntry => ({
  schema: 1,
  verifiedAt,
  artifact: { name: 'app.tgz', sha256 },
  policy: digestOf('policy'),
  outcome: 'verified',
  requirements,
});

const same: Reproduction = { varied: ['umask'], notVaried: [], differences: [], differenceCount: 0 };
const differs: Reproduction = {
  ...same,
  differences: [{ path: 'dist/app.tgz', what: 'content', because: 'other bytes', members: [] }],
  differenceCount: 1,
};
const built = (builtAt: string, reproduction: Reproduction | null, digest = sha256): BuildEntry => ({
  schema: 1,
  commit,
  builtAt,
  command: ['make'],
  outputs: [{ path: 'dist/app.tgz', sha256: digest, bytes: 1, executable: false, hardening: null }],
  reproduction,
  statement: '{}',
});

type Keep = (state: StateStore) => Promise<unknown>;

async function collect(
  keep: Keep,
  tags: GitReleases | 'absent' | 'unavailable' = tagged('v1.0.0'),
): Promise<Collected> {
  const state = openState(folder());
  await keep(state);
  const stated =
    tags === 'absent'
      ? { state: 'absent', lookedIn: 'tags' }
      : tags === 'unavailable'
        ? { state: 'unavailable', because: 'a shallow clone', resolve: 'git fetch --tags' }
        : { state: 'found', fact: tags };
  const evidence = sealEvidence({ kind: 'git-releases', ...stated } as Parameters<
    typeof sealEvidence<'git-releases'>
  >[0]);
  const seen = ((kind: string) => (kind === 'git-releases' ? evidence : undefined)) as NonNullable<
    ReturnType<typeof collectorInput>['seen']
  >;
  const [item] = await releaseArtifactsCollector.collect(collectorInput({}, { state, seen }));
  if (item === undefined) throw new Error('no item');
  return item;
}

const nothing: Keep = async () => undefined;
type Entry = readonly [kind: StateKind, value: unknown];
const all =
  (...entries: readonly Entry[]): Keep =>
  async (state) => {
    for (const [kind, entry] of entries) await state.add(kind, entry);
  };

test('no tag and nothing gathered: there is no release', async () => {
  expect(await collect(nothing, 'absent')).toMatchObject({ state: 'absent' });
  expect(await collect(nothing, { ...tagged(), leftOut: [{ name: 'nightly', because: 'it moves' }] })).toMatchObject({
    state: 'unavailable',
  });
});

test.each([
  ['the newest tag was not gathered', nothing, tagged('v1.0.0'), 'plumbline release v1.0.0'],
  ['an older release was', all(['releases', gathered()]), tagged('v1.1.0', 'v1.0.0'), 'plumbline release v1.1.0'],
  ['the tag is gone', all(['releases', gathered()]), 'absent', 'git fetch --tags'],
  ['the tag was moved', all(['releases', gathered({ commit: 'd'.repeat(40) })]), tagged('v1.0.0'), 'who moved the tag'],
  ['the tags are not known', all(['releases', gathered()]), 'unavailable', 'git fetch --tags'],
  [
    'it is gathered later',
    all(['releases', gathered({ recordedAt: '2026-07-01T00:00:00Z' })]),
    tagged('v1.0.0'),
    'plumbline release v1.0.0',
  ],
] as const)('%s: nothing is known of the newest release', async (_, keep, tags, resolve) => {
  expect(await collect(keep, tags)).toMatchObject({ state: 'unavailable', resolve: expect.stringContaining(resolve) });
});

test('a damaged entry of any kind that speaks of it makes it unknown', async () => {
  for (const [kind, entry] of [
    ['releases', gathered()],
    ['verifications', verified('2026-06-02T00:00:00Z', requirement())],
    ['builds', built('2026-06-02T00:00:00Z', null)],
  ] as const) {
    const item = await collect(async (state) => {
      await state.add('releases', gathered({ recordedAt: '2026-06-03T00:00:00Z' }));
      await state.add(kind, entry);
      for (const name of await readdir(join(state.location, kind)))
        await writeFile(join(state.location, kind, name), '{"schema":1}');
    });
    expect(item).toMatchObject({ state: 'unavailable', because: expect.stringContaining('damaged') });
  }
});

async function artifactOf(...entries: readonly Entry[]): Promise<unknown> {
  const item = await collect(all(['releases', gathered()], ...entries));
  if (item.kind !== 'release-artifacts' || item.state !== 'found') throw new TypeError(JSON.stringify(item));
  return item.fact.artifacts[0];
}

test('the newest verification of each kind decides', async () => {
  expect(await artifactOf()).toMatchObject({ signatureProof: null, provenanceProof: null });
  expect(
    await artifactOf(
      ['verifications', verified('2026-06-02T00:00:00Z', requirement(), requirement({ predicateType: provenance }))],
      ['verifications', verified('2026-06-03T00:00:00Z', requirement({ outcome: 'not-verified', because: 'revoked' }))],
      ['verifications', verified('2026-07-03T00:00:00Z', requirement())],
    ),
  ).toMatchObject({
    signatureProof: { verifies: false, on: '2026-06-03', because: 'revoked' },
    provenanceProof: { verifies: true, on: '2026-06-02' },
  });
});

test('what could not be assessed proves nothing, and one refusal among several is one', async () => {
  const open = requirement({ outcome: 'could-not-assess' });
  const refused = requirement({ outcome: 'not-verified' });
  expect(await artifactOf(['verifications', verified('2026-06-02T00:00:00Z', requirement(), open)])).toMatchObject({
    signatureProof: null,
  });
  expect(await artifactOf(['verifications', verified('2026-06-02T00:00:00Z', open, refused)])).toMatchObject({
    signatureProof: { verifies: false },
  });
});

test.each([
  ['nobody built it', [], null, null],
  ['once', [built('2026-06-01T00:00:00Z', null)], null, '2026-06-01'],
  ['twice the same', [built('2026-06-01T00:00:00Z', same)], true, '2026-06-01'],
  ['twice, and they differ', [built('2026-06-01T00:00:00Z', differs)], false, '2026-06-01'],
  ['twice the same, but not what was released', [built('2026-06-01T00:00:00Z', same, 'd'.repeat(64))], false, null],
  [
    'not every difference is told',
    [built('2026-06-01T00:00:00Z', { ...same, differenceCount: 3 })],
    null,
    '2026-06-01',
  ],
  [
    'the newest counts',
    [built('2026-06-01T00:00:00Z', differs), built('2026-06-02T00:00:00Z', same)],
    true,
    '2026-06-02',
  ],
  [
    'another command later says nothing of it',
    [
      built('2026-06-01T00:00:00Z', same),
      { ...built('2026-06-02T00:00:00Z', same, 'd'.repeat(64)), command: ['make', 'something else'] },
    ],
    true,
    '2026-06-01',
  ],
  [
    'the same command later made other bytes',
    [built('2026-06-01T00:00:00Z', same), built('2026-06-02T00:00:00Z', same, 'd'.repeat(64))],
    false,
    '2026-06-01',
  ],
  ['of another commit', [{ ...built('2026-06-01T00:00:00Z', same), commit: 'd'.repeat(40) }], null, null],
] as const)('built: %s', async (_, builds, rebuiltIdentically, isolatedBuildOn) => {
  expect(await artifactOf(...builds.map((build) => ['builds', build] as const))).toMatchObject({
    rebuiltIdentically,
    isolatedBuildOn,
  });
});

test('documents are found by their digest, and are of the release’s commit where they name none', async () => {
  const sbom = { file: 'dist/x.json', commit: null, components: [], problems: [] };
  const item = await collect(
    all(
      ['releases', gathered()],
      [
        'evidence',
        {
          schema: 1,
          file: 'x.json',
          sha256: 'b'.repeat(64),
          importedAt: '2026-06-01T00:00:00Z',
          evidence: { ...noEvidence, sboms: [sbom] },
        },
      ],
    ),
  );
  expect(item).toMatchObject({ fact: { documents: { sboms: [{ file: 'app.cdx.json', commit }] } } });
});
