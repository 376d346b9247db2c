// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltRepository } from '@plumbline/adapters/testing/build-repository';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { expect, test } from 'vitest';
import { plumbline } from './plumbline.ts';

// A repository whose own configuration, hooks, attributes and files are programs: none of the commands may start one.
const repositories = useRepositories();

function hostile(): { readonly repository: BuiltRepository; readonly canary: string } {
  const canary = join(repositories.folder(), 'canary');
  const repository = repositories.build({
    commits: [
      {
        files: {
          'index.js': 'x\n',
          'package.json':
            '{"scripts":{"preinstall":"touch canary","prepare":"touch canary"},"dependencies":{"a":"1.0.0"}}',
          Makefile: `X := $(shell touch ${canary})\nall:\n\t@true\n`,
          'setup.py': `open(${JSON.stringify(canary)}, 'w')\n`,
          '.gitattributes': '* filter=evil diff=evil merge=evil\n',
          '.gitmodules': '[submodule "s"]\n\tpath = s\n\turl = ext::sh -c evil\n\tupdate = !evil\n',
          '.github/workflows/ci.yml': 'on: push\njobs: {a: {runs-on: x, steps: [{uses: a/b@v1}]}}\n',
        },
      },
    ],
    tags: [{ name: 'v1.0.0', message: 'One', sign: 'openpgp' }],
  });
  const evil = join(repository.gitDirectory, 'evil');
  const scripts = [
    evil,
    ...['post-checkout', 'post-index-change', 'reference-transaction', 'pre-auto-gc', 'fsmonitor-watchman'].map(
      (hook) => join(repository.gitDirectory, 'hooks', hook),
    ),
    ...['git', 'gpg', 'ssh', 'node', 'sh'].map((name) => join(repository.path, name)),
  ];
  for (const script of scripts) {
    mkdirSync(join(script, '..'), { recursive: true });
    writeFileSync(script, `#!/bin/sh\necho "$0" >> '${canary}'\n`);
    chmodSync(script, 0o755);
  }
  const config = `[core]\n\trepositoryformatversion = 0\n\tfsmonitor = ${evil}\n\thooksPath = ${repository.gitDirectory}/hooks\n\tpager = ${evil}\n\tsshCommand = ${evil}\n\talternateRefsCommand = ${evil}\n[remote "origin"]\n\turl = ext::${evil}\n\tuploadpack = ${evil}\n[filter "evil"]\n\tclean = ${evil}\n\tsmudge = ${evil}\n\tprocess = ${evil}\n\trequired = true\n[diff]\n\texternal = ${evil}\n[diff "evil"]\n\ttextconv = ${evil}\n[gpg]\n\tprogram = ${evil}\n[log]\n\tshowSignature = true\n[credential]\n\thelper = !${evil}\n[alias]\n\tlog = !${evil}\n\tcat-file = !${evil}\n`;
  writeFileSync(join(repository.gitDirectory, 'config'), config);
  return { repository, canary };
}

test('no command starts anything of the repository, nor changes it', async () => {
  const { repository, canary } = hostile();
  const patches = join(repositories.folder(), 'patches');
  const before = readdirSync(repository.path, { recursive: true }).toSorted();
  const runs = [
    ['assess', '.', '--format', 'json'],
    ['assess', '.', '--worktree'],
    ['assess', '.', '--as-of', '2026-02-01', '--verbose'],
    ['roadmap', '.', '--offline', '--write-patches', patches],
    ['roadmap', '.', '--offline', '--worktree', '--write-patches', patches],
    ['explain', 'PW.7.2', '.'],
  ];
  for (const args of runs) {
    const { code, stderr } = await plumbline(args, {
      cwd: repository.path,
      env: { PATH: `.:${process.env['PATH'] ?? ''}` },
    });
    expect({ code, canary: existsSync(canary) }, `${args.join(' ')}\n${stderr}`).toEqual({ code: 0, canary: false });
  }
  expect(readdirSync(repository.path, { recursive: true }).toSorted()).toEqual(before);
  expect(readdirSync(patches).length).toBeGreaterThan(1);
});

test('plain git would start something, so that the test above can fail', () => {
  const { repository, canary } = hostile();
  try {
    execFileSync('git', ['-c', 'safe.directory=*', 'status'], {
      cwd: repository.path,
      env: { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
      stdio: 'ignore',
    });
  } catch {
    // how it ends does not matter
  }
  expect(existsSync(canary)).toBe(true);
});
