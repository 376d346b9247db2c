// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { job, workflow } from '../testing/collect-pipelines.ts';

const text = (pattern: string, condition: string): string => `on:
  pull_request:
  push: { branches: [main] }
jobs:
  look:
    runs-on: ubuntu-latest
    outputs:
      go: \${{ steps.filter.outputs.go }}
    steps:
      - uses: https://github.com/dorny/paths-filter@v3
        id: filter
        with:
          filters: |
            go:
              - '${pattern}'
              - 'go.mod'
  test:
    needs: look
    if: ${condition}
    runs-on: ubuntu-latest
    steps:
      - run: go test ./...
`;
const runs = async (pattern: string, condition = "needs.look.outputs.go == 'true'"): Promise<readonly string[]> => {
  const { onPullRequest, onPush } = job(await workflow(text(pattern, condition), { 'web/app.ts': 'x' }), 'test');
  return [onPullRequest, onPush];
};

test('a job for changed sources of the main language runs on changes', async () => {
  expect(await runs('**/*.go')).toEqual(['yes', 'yes']);
});

test('a job for some of them, or for an output that is not known, may not', async () => {
  expect(await runs('cmd/**')).toEqual(['unknown', 'unknown']);
  expect(await runs('**/*.go', "needs.look.outputs.other == 'true'")).toEqual(['unknown', 'unknown']);
});

const named = (inputs: string, output: string): string => `on: pull_request
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: tj-actions/changed-files@v46
        id: changed
        with: { ${inputs} }
      - run: go test ./...
        if: steps.changed.outputs.${output} == 'true'
`;
const runsOnPullRequest = async (text: string): Promise<string> => {
  const files = { '.github/filters.yml': 'backend:\n  - "**"\n  - "!web/**"\nweb:\n  - web/**\n', 'web/app.ts': 'x' };
  return job(await workflow(text, files), 'test').steps[1]?.onPullRequest ?? 'yes';
};

test('named filters in a file of the tree, and what is ignored', async () => {
  const source = 'files_yaml_from_source_file: .github/filters.yml';
  expect(await runsOnPullRequest(named(source, 'backend_any_changed'))).toBe('yes');
  expect(await runsOnPullRequest(named(source, 'web_any_changed'))).toBe('unknown');
  expect(await runsOnPullRequest(named('files_ignore: "web/**"', 'any_modified'))).toBe('yes');
  expect(await runsOnPullRequest(named('files_ignore: "src/**"', 'any_modified'))).toBe('unknown');
});

test('steps of the job itself', async () => {
  const own = `on: pull_request
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: tj-actions/changed-files@v46
        id: changed
        with:
          files: |
            **/*.go
            !docs/**
      - run: go test ./...
        if: steps.changed.outputs.any_changed == 'true'
`;
  const [, step] = job(await workflow(own), 'test').steps;
  expect(step?.onPullRequest ?? 'yes').toBe('yes');
});
