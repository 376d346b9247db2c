// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { gitHistoryCollector } from '../collectors/git-history/git-history.ts';
import { gitReleasesCollector } from '../collectors/git-releases/git-releases.ts';
import { repositoryTreeCollector } from '../collectors/repository-tree/repository-tree.ts';
import { type BuiltRepository, buildRepository } from './build-repository.ts';
import { gitObjectPath, writeGitObject } from './write-git-object.ts';
import { openRepository } from '../platform/git/open-repository.ts';

const missing = 'not in the clone';
const hooks =
  'applypatch-msg commit-msg fsmonitor-watchman post-checkout post-index-change post-merge pre-auto-gc pre-commit pre-push prepare-commit-msg reference-transaction update';
const subcommands = [
  'cat-file',
  'config',
  'for-each-ref',
  'ls-files',
  'ls-tree',
  'rev-list',
  'rev-parse',
  'symbolic-ref',
];

/** A repository in which every setting that names a program names one that touches the canary. */
function hostileRepository(): { readonly repository: BuiltRepository; readonly canary: string } {
  const repository = buildRepository({
    commits: [
      {
        sign: 'openpgp',
        files: {
          'README.md': 'Hello',
          'gone.txt': missing,
          '.gitattributes': '* filter=evil diff=evil merge=evil text eol=lf ident\n',
          '.gitmodules': '[submodule "s"]\n\tpath = s\n\turl = ext::sh -c evil\n\tupdate = !evil\n',
          s: { submodule: '1'.repeat(40) },
        },
      },
      { sign: 'ssh', message: 'Signed' },
    ],
    tags: [{ name: 'v1.0.0', message: 'One', sign: 'openpgp' }],
  });
  const { path, gitDirectory } = repository;
  const canary = join(gitDirectory, 'canary');
  const evil = join(gitDirectory, 'evil');
  writeExecutable(evil, canary);
  for (const hook of hooks.split(' ')) writeExecutable(join(gitDirectory, 'hooks', hook), canary);
  for (const name of ['git', 'ssh', 'gpg', 'git-remote-ext']) writeExecutable(join(path, name), canary);
  const config = hostileConfig(evil);
  writeFileSync(join(gitDirectory, 'config'), config);
  writeFileSync(join(gitDirectory, 'included'), config.replace('[include]', '[ignored]'));
  mkdirSync(join(gitDirectory, 'info'), { recursive: true });
  writeFileSync(join(gitDirectory, 'info', 'attributes'), '* filter=evil diff=evil\n');
  const nested = join(path, 'nested', '.git');
  mkdirSync(join(nested, 'objects'), { recursive: true });
  mkdirSync(join(nested, 'refs'));
  writeFileSync(join(nested, 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(nested, 'config'), config);
  return { repository, canary };
}

function hostileConfig(evil: string): string {
  return `[core]
\trepositoryformatversion = 1
\tbare = false
\tfsmonitor = ${evil}
\thooksPath = ${join(evil, '..', 'hooks')}
\tpager = ${evil}
\teditor = ${evil}
\tsshCommand = ${evil}
\taskPass = ${evil}
\tgitProxy = ${evil}
\talternateRefsCommand = ${evil}
\tattributesFile = ${evil}
\tworktree = /
[extensions]
\tpartialClone = origin
[include]
\tpath = ${join(evil, '..', 'included')}
[remote "origin"]
\turl = ext::${evil}
\tpromisor = true
\tpartialclonefilter = blob:none
\tuploadpack = ${evil}
\tproxy = ${evil}
[protocol]
\tallow = always
[protocol "ext"]
\tallow = always
[filter "evil"]
\tclean = ${evil}
\tsmudge = ${evil}
\tprocess = ${evil}
\trequired = true
[diff]
\texternal = ${evil}
[diff "evil"]
\ttextconv = ${evil}
\tcommand = ${evil}
[merge "evil"]
\tdriver = ${evil}
[gpg]
\tprogram = ${evil}
[gpg "ssh"]
\tprogram = ${evil}
\tdefaultKeyCommand = ${evil}
[gpg "x509"]
\tprogram = ${evil}
[log]
\tshowSignature = true
[credential]
\thelper = !${evil}
[uploadpack]
\tpackObjectsHook = ${evil}
[gc]
\tauto = 1
[submodule "s"]
\turl = ext::${evil}
\tupdate = !${evil}
[pager]
${subcommands.map((name) => `\t${name} = ${evil}\n`).join('')}[alias]
${subcommands.map((name) => `\t${name} = !${evil}\n`).join('')}`;
}

function writeExecutable(path: string, canary: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho "$0 $@" >> '${canary}'\n`);
  chmodSync(path, 0o755);
}

const built: BuiltRepository[] = [];
afterEach(() => built.splice(0).forEach(({ remove }) => remove()));

async function assessAll(path: string, worktree: boolean): Promise<readonly string[]> {
  const signal = new AbortController().signal;
  const opened = await openRepository(path, { worktree, signal });
  try {
    const { snapshot: repository, gitDirectory } = opened;
    const input = { repository, gitDirectory, evidenceFiles: [], asOf: '2026-12-31T23:59:59Z', signal };
    const states: string[] = [];
    for (const collector of [gitHistoryCollector, gitReleasesCollector, repositoryTreeCollector]) {
      for (const { kind, state } of await collector.collect(input)) states.push(`${kind} ${state}`);
    }
    const paths = repository.entries.map((entry) => entry.path);
    await repository.read(paths, (file, content) => states.push(`${file} ${content.state}`));
    return states;
  } finally {
    await opened.close();
  }
}

describe('a hostile repository', () => {
  it.each([false, true])(
    'runs nothing when it is assessed, even with objects missing (work tree: %s)',
    async (worktree) => {
      const { repository, canary } = hostileRepository();
      built.push(repository);
      if (!worktree) removeBlob(repository, missing);
      const before = process.env['PATH'];
      const folder = process.cwd();
      try {
        // As if the user stood in the repository with the current folder on the PATH.
        process.chdir(repository.path);
        process.env['PATH'] = `.:${before ?? ''}`;
        const states = await assessAll('.', worktree);
        expect(states).toContain('git-history found');
        expect(states).toContain('git-releases found');
        expect(states).toContain('README.md text');
        expect(states).toContain(worktree ? 'gone.txt text' : 'gone.txt unread');
      } finally {
        process.chdir(folder);
        process.env['PATH'] = before;
      }
      expect(existsSync(canary)).toBe(false);
    },
  );

  it.each([
    ['status', ['status']],
    ['log', ['log']],
    ['lazy fetch', ['cat-file', 'blob', 'HEAD:gone.txt']],
  ])('would run something under plain git (%s), so that this test can fail', (_, args) => {
    const { repository, canary } = hostileRepository();
    built.push(repository);
    removeBlob(repository, missing);
    const env = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
    const argv = ['-C', repository.path, '-c', 'safe.directory=*', '-c', `core.worktree=${repository.path}`, ...args];
    try {
      execFileSync('git', argv, { env, stdio: 'ignore', timeout: 10_000 });
    } catch {
      // what it ends with does not matter
    }
    expect(existsSync(canary)).toBe(true);
  });

  it('leaves the repository as it was', async () => {
    const { repository } = hostileRepository();
    built.push(repository);
    const before = readdirSync(repository.path, { recursive: true }).toSorted();
    await assessAll(repository.path, true);
    await assessAll(repository.path, false);
    expect(readdirSync(repository.path, { recursive: true }).toSorted()).toEqual(before);
  });
});

function removeBlob({ gitDirectory }: BuiltRepository, content: string): void {
  rmSync(gitObjectPath(gitDirectory, writeGitObject(gitDirectory, 'blob', content)));
}
