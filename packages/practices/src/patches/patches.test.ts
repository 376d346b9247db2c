// SPDX-License-Identifier: Apache-2.0
import type { PatchInput } from '@plumbline/core/roadmap/patch';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../generated/checks.ts';
import { allPatches } from '../generated/patches.ts';
import { evidenceOf, type FixtureFacts } from '../testing/check-fixtures.ts';
import { aPipeline, ciPipelines } from '../testing/fixture-facts.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';

function input(
  facts: FixtureFacts,
  files: { readonly [path: string]: string } = {},
  overrides: Partial<PatchInput> = {},
): PatchInput {
  return {
    paths: new Set(Object.keys(files)),
    files: new Map(Object.entries(files)),
    evidence: evidenceOf(facts),
    product: 'product',
    home: { forge: 'github', host: 'github.com', owner: 'acme', name: 'product' },
    asOf: '2026-06-30T23:59:59Z',
    hashOf: (reference) => (reference.startsWith('unheard/') ? null : { commit: sha, version: 'v4.1.0' }),
    folderAuthors: [],
    starterFiles: [],
    ...overrides,
  };
}

function made(
  id: string,
  given: PatchInput,
): readonly { readonly path: string; readonly before: string | null; readonly after: string }[] {
  const result = allPatches.find((patch) => patch.id === id)?.write(given);
  return result?.state === 'ready' ? result.changes : [];
}

const uses = (reference: string, line: number) => ({ kind: 'action', reference, pinnedBy: 'tag', line }) as const;

describe('pin-actions', () => {
  const path = '.github/workflows/ci.yml';

  test('pins what is known, on the line or the one below, and leaves the rest', () => {
    const text =
      "steps:\n  - uses: actions/checkout@v4 # comment\n  - uses:\n      'actions/cache@v4'\n  - uses: unheard/of@v1\n";
    const pipeline = aPipeline({
      externalUses: [uses('actions/checkout@v4', 2), uses('actions/cache@v4', 3), uses('unheard/of@v1', 5)],
    });
    const [change] = made('pin-actions', input({ 'ci-pipelines': ciPipelines(pipeline) }, { [path]: text }));
    expect(change?.after).toBe(
      `steps:\n  - uses: actions/checkout@${sha} # v4.1.0 # comment\n  - uses:\n      'actions/cache@${sha}' # v4.1.0\n  - uses: unheard/of@v1\n`,
    );
  });

  test.each([
    ['- { uses: a/b@v4, with: { x: y } }', '- { uses: a/b@SHA, with: { x: y } }'],
    ['[{uses: "a/b@v4"}]', '[{uses: "a/b@SHA"}]'],
    ["- uses: 'a/b@v4'\r", "- uses: 'a/b@SHA' # v4.1.0\r"],
    ['- uses: a/b@v4 # v4.0.2', '- uses: a/b@SHA # v4.1.0'],
    ['- uses: a/b@v4 # a/b@v4 is old', '- uses: a/b@SHA # v4.1.0 # a/b@v4 is old'],
  ])('%s', (text, after) => {
    const pipeline = aPipeline({ externalUses: [uses('a/b@v4', 1)] });
    const [change] = made('pin-actions', input({ 'ci-pipelines': ciPipelines(pipeline) }, { [path]: `${text}\n` }));
    expect(change?.after).toBe(`${after.replace('SHA', sha)}\n`);
  });

  test('is not possible when no commit is known', () => {
    const pipeline = aPipeline({ externalUses: [uses('unheard/of@v1', 1)] });
    expect(
      made('pin-actions', input({ 'ci-pipelines': ciPipelines(pipeline) }, { [path]: '- uses: unheard/of@v1\n' })),
    ).toEqual([]);
  });
});

test('least-privilege-permissions goes before jobs and keeps the line ending', () => {
  const open = ciPipelines(
    aPipeline({ permissions: 'unset', jobs: [] }),
    aPipeline({
      path: '.github/workflows/b.yml',
      permissions: 'unset',
      jobs: [{ ...(aPipeline().jobs[0] as never as object), permissions: 'unset' } as never],
    }),
  );
  const changes = made(
    'least-privilege-permissions',
    input({ 'ci-pipelines': open }, { '.github/workflows/b.yml': 'on: push\r\njobs:\r\n  a: {}\r\n' }),
  );
  expect(changes.map(({ after }) => after)).toEqual([
    'on: push\r\npermissions:\r\n  contents: read\r\n\r\njobs:\r\n  a: {}\r\n',
  ]);
});

test('add-security-policy adds only what an existing policy lacks', () => {
  const at = { path: 'SECURITY.md', line: 1 };
  const sections = {
    scope: at,
    channel: at,
    whatToSend: at,
    responseTimes: at,
    coordination: at,
    safeHarbour: at,
    credit: null,
    supportedVersions: at,
  };
  const channels = [{ kind: 'email', value: 'security@example.com', at }] as const;
  const facts: FixtureFacts = {
    'security-policy': { documents: [at], channels, sections, elsewhere: [], placeholder: false },
  };
  const [change] = made('add-security-policy', input(facts, { 'SECURITY.md': '# Security\n\nWrite to us.\n' }));
  expect(change?.after).toMatch(/^# Security\n\nWrite to us\.\n\n## Credit\n\n[^#]+$/);
});

test('add-code-owners proposes who changes what, never more than three', () => {
  const folderAuthors = ['@a', '@b', '@c', '@d', '@e'].map((owner, index) => ({
    folder: 'src',
    owner,
    commits: [50, 30, 10, 5, 5][index] ?? 0,
  }));
  const [change] = made('add-code-owners', input({ 'code-owners': 'absent' }, {}, { folderAuthors }));
  expect(change?.after).toContain('\n/src/ @a @b\n');
});

test('a check that names a patch names one that there is', () => {
  const known = new Set(allPatches.map(({ id }) => id));
  const named = allChecks.flatMap(({ id, remedy }) =>
    remedy.patch === undefined ? [] : [{ id, patch: remedy.patch }],
  );
  expect(named.filter(({ patch }) => !known.has(patch))).toEqual([]);
});
