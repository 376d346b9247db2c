// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { job, workflow } from '../testing/collect-pipelines.ts';

const sha = 'a'.repeat(40);
const step = (text: string, trigger = 'pull_request'): string =>
  `on: ${trigger}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${text}`;
const injections = async (text: string): Promise<readonly (readonly [string, number])[]> =>
  job(await workflow(step(text)), 'a').steps.flatMap((found) =>
    found.injections.map(({ expression, line }) => [expression, line] as const),
  );

describe('pins of what comes from outside', () => {
  it('tells commits, tags, branches, digests and nothing apart', async () => {
    const text = `on: push
jobs:
  a:
    runs-on: ubuntu-24.04
    container: ghcr.io/acme/build:1
    services:
      db: { image: "postgres@sha256:${'b'.repeat(64)}" }
    steps:
      - uses: actions/checkout@${sha} # v4
      - uses: acme/own@v1.2.3
      - uses: dtolnay/rust-toolchain@stable
      - uses: docker://alpine
      - uses: ./local
`;
    expect((await workflow(text)).externalUses.map(({ kind, pinnedBy, line }) => [kind, pinnedBy, line])).toEqual([
      ['image', 'tag', 5],
      ['image', 'digest', 7],
      ['action', 'commit', 9],
      ['action', 'tag', 10],
      ['action', 'branch', 11],
      ['image', 'none', 12],
    ]);
  });
});

describe('permissions', () => {
  it.each([
    ['', 'unset'],
    ['permissions: {}', 'none'],
    ['permissions: read-all', 'read'],
    ['permissions: write-all', 'write-all'],
    ['permissions: { contents: read }', 'read'],
    ['permissions: { contents: write }', 'listed'],
  ])('%s is %s', async (block, expected) => {
    const pipeline = await workflow(`${block}\non: push\njobs:\n  a:\n    ${block}\n    runs-on: x\n    steps: []\n`);
    expect([pipeline.permissions, job(pipeline, 'a').permissions]).toEqual([expected, expected]);
  });
});

describe('injections', () => {
  it('finds what others write inside a script, with its line', async () => {
    const text =
      '      - run: |\n          echo start\n          echo "${{ github.event.issue.title }}" ${{ github.head_ref }}\n';
    expect(await injections(text)).toEqual([
      ['github.event.issue.title', 8],
      ['github.head_ref', 8],
    ]);
  });

  it('finds it in github-script, through env and as the whole event', async () => {
    const text =
      '      - uses: actions/github-script@v7\n        with:\n          script: |\n            console.log("${{ github.event.comment.body }}")\n      - env:\n          T: ${{ github.event.pull_request.title }}\n        run: echo "${{ env.T }}"\n      - run: echo \'${{ toJSON(github.event) }}\'\n';
    expect((await injections(text)).map(([expression]) => expression)).toEqual([
      'github.event.comment.body',
      'github.event.pull_request.title',
      'github.event',
    ]);
  });

  it.each([
    'echo "$TITLE"',
    'echo ${{ matrix.version }} ${{ steps.x.outputs.y }} ${{ github.sha }}',
    "echo ${{ github.head_ref == 'main' }}",
    "echo ${{ contains(github.event.pull_request.title, 'x') && 'a' || 'b' }}",
    'echo ${{ github.event.pull_request.number }} ${{ github.event.pull_request.head.sha }}',
    'echo ${{ inputs.name }}',
  ])('lets %s pass', async (script) => {
    expect(
      await injections(
        `      - run: ${JSON.stringify(script)}\n        env:\n          TITLE: \${{ github.event.issue.title }}\n`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['uses: tj-actions/changed-files@v45', 'all_changed_files', true],
    ['uses: tj-actions/changed-files@v45', 'any_changed', false],
    ['uses: dorny/paths-filter@v3', 'docs_files', true],
    ['uses: dorny/paths-filter@v3', 'docs', false],
    ['uses: acme/version@v1', 'version', false],
    ['run: echo "title=$(git log -1 --format=%s)" >> "$GITHUB_OUTPUT"', 'title', true],
    ['run: echo "title=${{ github.event.issue.title }}" >> "$GITHUB_OUTPUT"', 'title', true],
    ['run: echo "sha=$(git log -1 --format=%H)" >> "$GITHUB_OUTPUT"', 'sha', false],
    ['run: echo "version=$(cat VERSION)" >> "$GITHUB_OUTPUT"', 'version', false],
  ])('%s: its output %s carries outside text: %s', async (made, name, carries) => {
    const use = `steps.one.outputs.${name}`;
    const text = `      - id: one\n        ${made.startsWith('run: ') ? `run: ${JSON.stringify(made.slice(5))}` : made}\n      - run: echo \${{ ${use} }}\n`;
    const found = (await injections(text)).map(([expression]) => expression);
    expect(found.includes(use)).toBe(carries);
  });

  it('follows it through the inputs of an own action, once', async () => {
    const action =
      'inputs:\n  title: {}\nruns:\n  using: composite\n  steps:\n    - run: echo "${{ inputs.title }}" "${{ github.head_ref }}"\n      shell: bash\n';
    const pipeline = await workflow(
      step('      - uses: ./act\n        with:\n          title: ${{ github.event.issue.title }}\n'),
      { 'act/action.yml': action },
    );
    expect(job(pipeline, 'a').steps[0]?.injections).toEqual([{ expression: 'github.event.issue.title', line: 6 }]);
  });
});

describe('checkout of the other side', () => {
  const checkout =
    '      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n';
  it.each([
    ['pull_request_target', checkout, true],
    ['pull_request', checkout, false],
    ['pull_request_target', '      - uses: actions/checkout@v4\n', false],
    ['issue_comment', '      - run: gh pr checkout ${{ github.event.issue.number }}\n', true],
    [
      'workflow_run',
      '      - uses: actions/checkout@v4\n        with: { ref: "${{ github.event.workflow_run.head_sha }}" }\n',
      true,
    ],
    ['pull_request_target', '      - run: git fetch origin pull/1/head && git checkout FETCH_HEAD\n', true],
    ['pull_request_target', '      - run: git fetch origin pull/1/head && git diff FETCH_HEAD\n', false],
  ])('%s: %s → %s', async (trigger, text, expected) => {
    expect(job(await workflow(step(text, trigger)), 'a').steps[0]?.checksOutUntrusted).toBe(expected);
  });

  it('knows a step that does not run for the privileged event', async () => {
    const text = `on: [pull_request, pull_request_target]\njobs:\n  a:\n    if: github.event_name == 'pull_request'\n    runs-on: x\n    steps:\n${checkout}`;
    expect(job(await workflow(text), 'a').steps[0]?.checksOutUntrusted).toBe(false);
  });
});

describe('secrets, runners and releases', () => {
  it('knows secrets beyond the own token', async () => {
    const text =
      'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env: { T: "${{ secrets.GITHUB_TOKEN }}" }\n  b:\n    runs-on: x\n    environment: pypi\n    steps:\n      - run: x\n        env: { T: "${{ secrets.PYPI }}" }\n';
    const pipeline = await workflow(text);
    expect([job(pipeline, 'a').usesSecrets, job(pipeline, 'b').usesSecrets, job(pipeline, 'b').environment]).toEqual([
      false,
      true,
      'pypi',
    ]);
  });

  it.each([
    ['ubuntu-24.04-arm', 'hosted'],
    ['[self-hosted, linux]', 'self-hosted'],
    ['${{ matrix.os }}', 'hosted'],
    ["${{ github.repository == 'a/b' && 'depot-ubuntu-24.04' || 'ubuntu-latest' }}", 'ephemeral'],
    ['big-machine', 'unknown'],
    ['{ group: large }', 'unknown'],
  ])('runs-on: %s is %s', async (runsOn, runner) => {
    const text = `on: push\njobs:\n  a:\n    strategy:\n      matrix:\n        os: [macos-15, windows-2025]\n    runs-on: ${runsOn}\n    steps: []\n`;
    expect(job(await workflow(text), 'a').runner).toBe(runner);
  });

  it.each([
    ['goreleaser release --clean', true],
    ['goreleaser release --snapshot', false],
    ['docker buildx build --push .', true],
    ['npm publish --dry-run', false],
    ['twine upload dist/*', true],
    ['gh release create v1', true],
    ['docker build .', false],
  ])('%s releases: %s', async (command, releases) => {
    expect((await workflow(step(`      - run: ${command}\n`))).releases).toBe(releases);
  });
});
