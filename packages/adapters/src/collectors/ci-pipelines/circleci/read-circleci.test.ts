// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { collectPipelines, job, only, tools } from '../testing/collect-pipelines.ts';

const root = '.circleci/config.yml';
const config = `version: 2.1
orbs:
  node: circleci/node@5.1.0
  snyk: snyk/snyk@volatile
executors:
  go:
    parameters: { version: { type: string, default: "1.24" } }
    docker:
      - image: cimg/go:<< parameters.version >>
commands:
  check:
    parameters: { tool: { type: string } }
    steps:
      - run:
          command: |
            << parameters.tool >> ./...
jobs:
  test:
    executor: { name: go, version: "1.25" }
    steps:
      - checkout
      - check: { tool: gosec }
      - run: go test ./...
      - snyk/scan
  ship:
    machine: { image: ubuntu-2404:current }
    steps:
      - run: { name: publish, command: goreleaser release --clean }
  own:
    machine: true
    resource_class: acme/big
    steps: [{ run: pytest }]
workflows:
  main:
    jobs:
      - test
      - node/test
      - ship:
          context: [release]
          filters: { branches: { only: /main|release-.*/ }, tags: { only: /v.*/ } }
      - own: { filters: { branches: { ignore: main } } }
  nightly:
    triggers: [{ schedule: { cron: "0 0 * * *", filters: { branches: { only: main } } } }]
    jobs: [{ test: { name: nightly-test } }]
`;

describe('CircleCI', () => {
  it('reads workflows, filters, commands, executors and orbs', async () => {
    const fact = await collectPipelines({ [root]: config });
    const pipeline = only(fact, root);
    expect(job(pipeline, 'test')).toMatchObject({
      line: 18,
      runner: 'container',
      runsOn: 'cimg/go:1.25',
      onPullRequest: 'yes',
      onPush: 'yes',
      steps: [
        { tools: [{ tool: 'gosec', line: 16 }] },
        { tools: [{ tool: 'go-test', line: 23 }] },
        { tools: [{ tool: 'snyk' }] },
      ],
    });
    expect(job(pipeline, 'ship')).toMatchObject({
      runner: 'hosted',
      onPullRequest: 'no',
      onPush: 'yes',
      usesSecrets: true,
    });
    expect(job(pipeline, 'own')).toMatchObject({ runner: 'self-hosted', onPullRequest: 'yes', onPush: 'no' });
    expect(job(pipeline, 'nightly-test')).toMatchObject({ onPullRequest: 'no', onPush: 'no' });
    expect(pipeline.triggers.map(({ event }) => event)).toEqual(['push', 'pull-request', 'tag', 'schedule']);
    expect(pipeline.externalUses.map(({ kind, pinnedBy }) => [kind, pinnedBy])).toEqual([
      ['orb', 'tag'],
      ['orb', 'branch'],
      ['image', 'tag'],
    ]);
    expect(fact?.elsewhere).toEqual([{ path: root, line: 37, what: 'template', reference: 'node/test' }]);
    expect(pipeline.releases).toBe(true);
  });

  it('follows the configuration that a setup workflow continues with', async () => {
    const setup =
      'version: 2.1\nsetup: true\njobs:\n  build:\n    machine: true\n    steps:\n      - continuation/continue: { configuration_path: .circleci/main.yml }\n';
    const fact = await collectPipelines({
      [root]: setup,
      '.circleci/main.yml': 'version: 2.1\njobs:\n  build:\n    machine: true\n    steps: [{ run: cargo audit }]\n',
    });
    expect(tools(only(fact, '.circleci/main.yml'))).toEqual(['cargo-audit']);
    const alone = await collectPipelines({ [root]: setup });
    expect(alone?.elsewhere).toMatchObject([{ what: 'pipeline', line: 2 }]);
  });
});
