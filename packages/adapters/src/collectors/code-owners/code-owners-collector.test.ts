// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '@plumbline/core/collecting/collector';
import { expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { memorySnapshot } from '../../testing/memory-snapshot.ts';
import { codeOwnersCollector } from './code-owners-collector.ts';

const sources = { 'src/a.ts': '', 'src/b.ts': '', 'lib/c.go': '', 'test/d.ts': '', 'README.md': '', 'vendor/e.go': '' };

async function collect(
  files: { readonly [path: string]: string },
  uri = 'https://github.com/x/y',
): Promise<Collected | undefined> {
  const all = { ...sources, ...files };
  const [item] = await codeOwnersCollector.collect(collectorInput(all, { repository: memorySnapshot(all, { uri }) }));
  return item;
}

test('the share of source files with an owner, and what has none', async () => {
  expect(await collect({ '.github/CODEOWNERS': '/src/ @team\n!x @y\n' })).toMatchObject({
    state: 'found',
    location: '.github/CODEOWNERS',
    fact: {
      format: 'codeowners',
      rules: 1,
      owners: 1,
      sourceFiles: 3,
      ownedSourceFiles: 2,
      unownedExamples: ['lib/c.go'],
      problems: [{ line: 2 }],
      placeholder: false,
    },
  });
});

test('the first place that the forge looks at holds, and its rules', async () => {
  const files = { CODEOWNERS: '/src @a\n', '.gitlab/CODEOWNERS': '* @b\n' };
  expect(await collect(files)).toMatchObject({
    fact: { path: 'CODEOWNERS', format: 'codeowners', ownedSourceFiles: 2 },
  });
  expect(await collect(files, 'https://gitlab.com/x/y')).toMatchObject({
    fact: { format: 'gitlab-codeowners', ownedSourceFiles: 0 },
  });
  expect(await collect({ CODEOWNERS: '.*\\.go @a\n' }, 'https://codeberg.org/x/y')).toMatchObject({
    fact: { ownedSourceFiles: 1 },
  });
});

test('OWNERS and MAINTAINERS stand in; a list of people without paths does not', async () => {
  expect(await collect({ 'src/OWNERS': 'approvers: [ada]\n' })).toMatchObject({
    fact: { format: 'owners', ownedSourceFiles: 2 },
  });
  expect(await collect({ MAINTAINERS: 'SRC\nM:\tAda\nF:\tsrc/\n' })).toMatchObject({
    fact: { format: 'maintainers', ownedSourceFiles: 2 },
  });
  expect(await collect({ MAINTAINERS: 'Ada <ada@x.org>\n' })).toMatchObject({ state: 'absent' });
  expect(await collect({})).toMatchObject({ state: 'absent' });
});

test('owners of a template are placeholders', async () => {
  expect(await collect({ CODEOWNERS: '* @owner_github_handle @other_owner_github_handle\n' })).toMatchObject({
    fact: { placeholder: true },
  });
});
