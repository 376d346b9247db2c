// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { ciPipelinesCollector } from './ci-pipelines-collector.ts';
import { collectPipelines } from './testing/collect-pipelines.ts';

const places = [
  '.github/workflows/a.yml',
  '.gitlab-ci.yml',
  'azure-pipelines.yml',
  '.circleci/config.yml',
  'Jenkinsfile',
  '.forgejo/workflows/a.yml',
  '.woodpecker.yml',
];

const folder = (path: string) => ({ path, because: 'a folder that cannot be read', folder: true }) as const;

describe('the collector', () => {
  it('is absent where none of the seven systems has a file in effect', async () => {
    const files = {
      'examples/.github/workflows/ci.yml': 'on: push\njobs: {}',
      'third_party/x/.gitlab-ci.yml': 'test: { script: make }',
      'docs/Jenkinsfile': 'pipeline { }',
      '.github/workflow-templates/ci.yml': 'on: push\njobs: {}',
    };
    const [item] = await ciPipelinesCollector.collect(collectorInput(files));
    expect(item).toMatchObject({ state: 'absent', lookedIn: expect.stringContaining('all 4 files') });
  });

  it('does not name one file for all of them', async () => {
    const text = 'on: push\njobs: {}\n';
    const [one] = await ciPipelinesCollector.collect(collectorInput({ '.github/workflows/a.yml': text }));
    expect(one?.location).toBe('.github/workflows/a.yml');
    const files = { '.github/workflows/a.yml': text, '.github/workflows/b.yml': text };
    const [both] = await ciPipelinesCollector.collect(collectorInput(files));
    expect(both?.location).toBe('pipeline files of the tree');
  });

  it('says that a folder of pipelines could not be read', async () => {
    const input = collectorInput({ 'src/main.go': 'package main' });
    const collect = async (path: string) =>
      (
        await ciPipelinesCollector.collect({ ...input, repository: { ...input.repository, skipped: [folder(path)] } })
      )[0];
    for (const path of ['.github/workflows', '.github', '.circleci'])
      expect(await collect(path)).toMatchObject({ state: 'found', location: path, fact: { unread: [{ path }] } });
    expect(await collect('data')).toMatchObject({ state: 'absent' });
  });

  it('names the file that does not parse and reads the others', async () => {
    const fact = await collectPipelines({
      '.github/workflows/bad.yml': 'on: push\njobs: [\n',
      '.github/workflows/good.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: gosec ./...\n',
    });
    expect(fact?.unread).toEqual([
      { path: '.github/workflows/bad.yml', because: expect.stringContaining('invalid YAML'), line: expect.any(Number) },
    ]);
    expect(fact?.pipelines.map(({ path }) => path)).toEqual(['.github/workflows/good.yml']);
  });

  it('names a pipeline file that cannot be read', async () => {
    const fact = await collectPipelines({ '.gitlab-ci.yml': 'x'.repeat(2_000_000) });
    expect(fact?.unread).toMatchObject([{ path: '.gitlab-ci.yml' }]);
  });

  it('refuses a document that multiplies itself', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) =>
        `l${index}: &l${index} [${Array.from({ length: 10 }, () => (index === 0 ? 'x' : `*l${index - 1}`)).join(', ')}]`,
    );
    const fact = await collectPipelines({ '.github/workflows/a.yml': `${levels.join('\n')}\non: push\n` });
    expect(fact?.unread[0]?.because).toContain('aliases are expanded');
  });

  it('survives anchors that contain themselves and deep nesting', async () => {
    const fact = await collectPipelines({
      '.github/workflows/a.yml': 'a: &a [*a]\n',
      '.github/workflows/b.yml': `x: ${'['.repeat(5000)}`,
    });
    expect(fact?.unread.map(({ path }) => path)).toEqual(['.github/workflows/a.yml', '.github/workflows/b.yml']);
  });

  it('never throws on arbitrary text', async () => {
    const line = fc.constantFrom(
      'on: push',
      'jobs:',
      '  a:',
      '    steps:',
      '      - run: |',
      '          make test && $(x',
      '      - uses: ./a',
      "    if: ${{ github.x == 'y' && (",
      'include: { local: "*" }',
      'a: { extends: a, script: [!reference [a, script]] }',

      'stages: [{ template: azure-pipelines.yml }]',
      'steps:',
      '- ${{ if x }}:',
      '  - script: npm test',
      'workflows: { a: { jobs: [a] } }',
      'pipeline { stages { stage("a") { steps { sh """x',
      '@Library("a@b") _',
      '}}}',
      'when: [{ event: push, path: "*" }]',
      '\tmake:',
      '<<: *a',
      '&a x',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(line, fc.string({ maxLength: 60 })), { maxLength: 30 }),
        fc.string({ maxLength: 200 }),
        async (lines, text) => {
          const files = Object.fromEntries([
            ...places.map((path) => [path, lines.join('\n')]),
            ['Makefile', text],
            ['package.json', text],
            ['tox.ini', text],
          ]);
          const [item] = await ciPipelinesCollector.collect(collectorInput(files));
          expect(item?.kind).toBe('ci-pipelines');
        },
      ),
      { numRuns: 150 },
    );
  });
});
