// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runScript } from '../pipeline/run-script.ts';
import { badCode, git, harmlessProject, useFolders, write } from '../pipeline/small-project.ts';

const execute = promisify(execFile);
const folder = useFolders();

/** Without the programs of this project's own node_modules, which nobody else has on the path. */
const usersPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((entry) => !entry.includes('node_modules'))
  .join(delimiter);

/** The real framework: it clones the committed state of this project, and the hook installs and builds itself there. */
test('pre-commit stops a commit by the hook of this repository', async () => {
  const tools = folder();
  await execute('python3', ['-m', 'venv', tools]);
  const quiet = ['--quiet', '--no-input', '--disable-pip-version-check'];
  await execute(join(tools, 'bin', 'pip'), ['install', ...quiet, 'pre-commit==4.7.0']);
  const path = folder();
  harmlessProject(path);
  write(path, badCode.severe);
  git(path, 'add', '--all');
  const command = [join(tools, 'bin', 'pre-commit'), 'try-repo', resolve('.'), 'plumbline', '--ref', 'HEAD'];
  const env = { PATH: usersPath, HOME: process.env['HOME'] ?? '', PRE_COMMIT_HOME: folder() };
  const { code, stdout } = await runScript(command, path, env, 290_000);
  expect(code, stdout).toBe(1);
  expect(stdout).toMatch(/exit code: 1[\s\S]*find\.py:10/);
});
