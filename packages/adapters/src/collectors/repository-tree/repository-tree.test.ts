// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { openRepository } from '../../platform/git/open-repository.ts';
import { buildRepository } from '../../testing/build-repository.ts';
import { collectorInput } from '../../testing/collector-input.ts';
import { repositoryTreeCollector } from './repository-tree.ts';

describe('repository-tree', () => {
  it('counts the code of the project, and tells what was not read', async () => {
    const repository = buildRepository({
      commits: [
        {
          files: {
            'README.md': 'Hello',
            'include/a.h': '12345',
            inside: { link: 'README.md' },
            leaving: { link: '/etc/passwd' },
            lib: { submodule: '1'.repeat(40) },
            'src/a.cc': '1234567890',
            'src/large.py': 'x'.repeat(1_048_577),
            'src/new\nline.py': '',
            'tests/a_test.cc': '12345',
            'testdata/a.rs': 'fixture',
            tool: { executable: '#!/bin/sh' },
            'vendor/a.go': 'vendored',
          },
        },
      ],
    });
    const opened = await openRepository(repository.path);
    const [collected] = await repositoryTreeCollector.collect(collectorInput({}, { repository: opened.snapshot }));
    expect(collected).toMatchObject({
      state: 'found',
      fact: {
        files: 8,
        sourceFiles: 4,
        languages: [
          { language: 'Python', files: 1, bytes: 1_048_577 },
          { language: 'C++', files: 3, bytes: 20 },
        ],
        submodules: ['lib'],
        unread: [
          { path: 'src/new\uFFFDline.py', because: 'its name has control characters' },
          { path: 'leaving', because: 'a link that leaves the repository' },
          { path: 'src/large.py', because: 'larger than 1048576 bytes' },
        ],
      },
    });
    await opened.close();
    repository.remove();
  });

  it('takes the inventory of an empty tree', async () => {
    const [collected] = await repositoryTreeCollector.collect(collectorInput({}));
    expect(collected).toMatchObject({ state: 'found', fact: { files: 0, sourceFiles: 0, languages: [], unread: [] } });
  });
});
