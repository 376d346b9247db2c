// SPDX-License-Identifier: Apache-2.0
import type { ThreatModels } from '@plumbline/core/facts/threat-models';
import { expect, onTestFinished, test } from 'vitest';
import { openRepository } from '../../../platform/git/open-repository.ts';
import { buildRepository, type CommitSpec } from '../../../testing/build-repository.ts';
import { collectorInput } from '../../../testing/collector-input.ts';
import { prose } from '../fixtures.ts';
import { threatModelsCollector } from '../threat-models-collector.ts';

async function modelsOf(commits: readonly CommitSpec[]): Promise<ThreatModels> {
  const built = buildRepository({ commits });
  onTestFinished(built.remove);
  const { snapshot: repository, gitDirectory, close } = await openRepository(built.gitDirectory);
  try {
    const [item] = await threatModelsCollector.collect(collectorInput({}, { repository, gitDirectory }));
    if (item?.kind !== 'threat-models' || item.state !== 'found') throw new TypeError(JSON.stringify(item));
    return item.fact;
  } finally {
    await close();
  }
}

const undated = prose.replaceAll(/^.*(?:2026|May).*\n/gmu, '');

const first: CommitSpec = {
  files: { 'docs/threat-model.md': undated, 'api/main.go': 'package main\n', Dockerfile: 'FROM scratch\n' },
  date: '2026-01-10T12:00:00Z',
};

test('a part that came after the model changed the architecture', async () => {
  const fact = await modelsOf([
    first,
    { files: { 'api/more.go': 'package main\n' }, date: '2026-02-01T12:00:00Z' },
    { files: { 'compose.yaml': 'services:\n  db:\n    image: x\n' }, date: '2026-03-01T12:00:00Z' },
  ]);
  expect(fact).toMatchObject({
    models: [{ lastChangedOn: expect.stringMatching(/^2026-01-10T/) }],
    architectureLookedSince: '2026-01-10',
    architectureChangedOn: expect.stringMatching(/^2026-03-01T/),
    architectureChange: { what: 'new service db of compose.yaml', path: 'compose.yaml' },
  });
});

test('a part that went did too; files inside a part, tests and documents did not', async () => {
  const gone = await modelsOf([first, { files: { Dockerfile: null }, date: '2026-03-01T12:00:00Z' }]);
  expect(gone.architectureChange).toMatchObject({ what: 'removed container image Dockerfile' });
  const same = await modelsOf([
    first,
    {
      files: { 'api/more.go': 'package main\n', 'test/a_test.go': 'package test\n', 'docs/new.md': '# New\n' },
      date: '2026-03-01T12:00:00Z',
    },
  ]);
  expect(same).toMatchObject({ architectureLookedSince: '2026-01-10', architectureChangedOn: null });
});
