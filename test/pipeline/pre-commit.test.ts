// SPDX-License-Identifier: Apache-2.0
import { readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toolsOfScript } from '@plumbline/adapters/collectors/ci-pipelines/follow/tools-of-script';
import { createRepositoryFiles } from '@plumbline/adapters/collectors/ci-pipelines/follow/repository-files';
import { guideCommands, guideFiles } from './guide-files.ts';
import { hookScript, programFolder, realProgram, runScript, type ScriptResult } from './run-script.ts';
import { badCode, git, harmlessProject, useFolders, write } from './small-project.ts';

const folder = useFolders();

/** A repository that has the hook as the guide installs it, with what commits in it. */
async function hooked(): Promise<{
  readonly path: string;
  readonly commit: (...args: readonly string[]) => Promise<ScriptResult>;
}> {
  const path = folder();
  harmlessProject(path);
  const line = guideCommands().find((text) => text.startsWith('ln -s')) ?? '';
  const command = line.replace('"$PWD/path/to/plumbline/ci/pre-commit.sh"', `'${hookScript}'`);
  expect(await runScript(['sh', '-ec', command], path)).toMatchObject({ code: 0 });
  const program = programFolder(join(folder(), 'program'), realProgram);
  return {
    path,
    commit: (...args) =>
      runScript(
        ['git', '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qm', 'Change', ...args],
        path,
        {
          PLUMBLINE_HOME: program,
        },
      ),
  };
}

test('git stops a commit of bad code, by what is staged', async () => {
  const { path, commit } = await hooked();
  write(path, { ...badCode.severe, 'NOTES.md': 'A note.\n' });
  git(path, 'add', 'find.py');
  write(path, { 'find.py': 'pass\n' });
  const stopped = await commit();
  expect(stopped.code).not.toBe(0);
  expect(stopped.stderr).toMatch(/CRITICAL[\s\S]*find\.py:10/);
  git(path, 'reset', '--quiet');
  git(path, 'add', 'NOTES.md');
  expect(await commit()).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

test('git commit --all and git commit FILE are seen as they will be', async () => {
  const { path, commit } = await hooked();
  write(path, { 'greet.py': badCode.severe['find.py'] });
  expect((await commit('--all')).stderr).toContain('greet.py:10');
  expect((await commit('greet.py')).stderr).toContain('greet.py:10');
  expect(git(path, 'log', '--format=%s')).toBe('Change');
});

test('the hook that pre-commit reads', async () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly { id: string; entry: string }[];
  expect(hook).toMatchObject({ id: 'plumbline', entry: relative('.', hookScript), language: 'script' });
  const files = createRepositoryFiles(['.pre-commit-config.yaml']);
  files.put('.pre-commit-config.yaml', guideFiles('0'.repeat(40))['.pre-commit-config.yaml'] ?? '');
  const found = toolsOfScript('pre-commit run --all-files', { files, directory: '', variables: new Map() });
  expect(found.map(({ way }) => way.id)).toEqual(expect.arrayContaining(['plumbline-code', 'plumbline-secrets']));
});

test('options of the hook are those of a scan', async () => {
  const path = folder();
  harmlessProject(path);
  write(path, badCode.medium);
  git(path, 'add', '--all');
  symlinkSync(hookScript, join(path, '.git', 'hook'));
  const env = { PLUMBLINE_HOME: programFolder(join(folder(), 'program'), realProgram) };
  expect((await runScript([join(path, '.git', 'hook')], path, env)).code).toBe(1);
  expect((await runScript([hookScript, '--fail-on', 'high'], path, env)).code).toBe(0);
  expect((await runScript([hookScript, '--no-such-option'], path, env)).code).toBe(2);
});
