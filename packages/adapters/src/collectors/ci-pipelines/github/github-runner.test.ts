// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { collectPipelines, job, only, workflow } from '../testing/collect-pipelines.ts';

const onRunner = async (runsOn: string, before = ''): Promise<string> =>
  job(await workflow(`on: push\njobs:\n  a:\n${before}    runs-on: ${runsOn}\n    steps: []\n`), 'a').runner;

test.each([
  ['ubuntu-latest', 'hosted'],
  ['ubuntu-24.04-arm', 'hosted'],
  ['windows-2025', 'hosted'],
  ['windows-11-arm', 'hosted'],
  ['macos-15-intel', 'hosted'],
  ['macos-latest-xlarge', 'hosted'],
  ['ubuntu-24.04-arm64-8x', 'unknown'],
  ['ubuntu-latest-gpu', 'unknown'],
  ['self-hosted', 'self-hosted'],
  ['depot-ubuntu-24.04', 'ephemeral'],
])('%s: %s', async (label, runner) => {
  expect(await onRunner(label)).toBe(runner);
});

const matrix = (os: string): string =>
  `    strategy:\n      matrix:\n        include:\n          - { python: '3.14' }\n          - { python: '3.13', os: ${os} }\n`;

test('a matrix with a fallback is each of its values and the fallback', async () => {
  const fallback = "${{ matrix.os || 'ubuntu-latest' }}";
  expect(await onRunner(fallback, matrix('macos-latest'))).toBe('hosted');
  expect(await onRunner(fallback, matrix('my-own-machine'))).toBe('unknown');
  expect(await onRunner("${{ vars.RUNNER || 'ubuntu-latest' }}")).toBe('unknown');
});

const caller = (options: string): string =>
  `on:\n  workflow_dispatch:\n    inputs:\n      os: { type: choice, options: [${options}] }\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n    with:\n      os: \${{ github.event_name == 'workflow_dispatch' && inputs.os || 'ubuntu-latest' }}\n`;
const called =
  'on:\n  workflow_call:\n    inputs:\n      os: { type: string }\njobs:\n  t:\n    runs-on: ${{ inputs.os }}\n    steps: []\n';

const runnerOf = async (options: string): Promise<string | undefined> =>
  only(
    await collectPipelines({ '.github/workflows/a.yml': caller(options), '.github/workflows/b.yml': called }),
    '.github/workflows/a.yml',
  ).jobs[0]?.runner;

test('an input that is chosen from a list is each of the list, handed on too', async () => {
  expect(await runnerOf('ubuntu-latest, windows-latest')).toBe('hosted');
  expect(await runnerOf('ubuntu-latest, my-own-machine')).toBe('unknown');
});
