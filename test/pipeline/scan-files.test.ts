// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbline } from '../scenarios/plumbline.ts';
import { badCode, commit, git, harmlessProject, useFolders, write } from './small-project.ts';

const folder = useFolders();

test('--commit scans another commit than the head, and --once does not scan it again', async () => {
  const path = folder();
  const before = harmlessProject(path);
  commit(path, badCode.severe);
  const scan = (...args: readonly string[]) =>
    plumbline(['scan', path, '--offline', '--format', 'json', ...args], { cwd: path });
  const old = JSON.parse((await scan('--commit', 'HEAD~1')).stdout);
  expect(old).toMatchObject({ subject: { commit: before, dirty: false }, results: [] });
  const again = await scan('--commit', before.slice(0, 10), '--once');
  expect(again).toMatchObject({ code: 0, stdout: '' });
  expect(again.stderr).toContain('was scanned before');
  const head = await scan('--once');
  expect(JSON.parse(head.stdout).results).not.toEqual([]);
  expect((await scan('--commit', 'no-such-branch')).code).toBe(2);
  expect((await scan('--commit', 'HEAD', '--worktree')).code).toBe(2);
});

test('--staged scans what is staged, and keeps nothing', async () => {
  const path = folder();
  harmlessProject(path);
  write(path, { ...badCode.medium });
  const scan = (...args: readonly string[]) =>
    plumbline(['scan', path, '--staged', '--offline', ...args], { cwd: path });
  expect(await scan('--fail-on', 'low')).toMatchObject({ code: 0 });
  git(path, 'add', '--all');
  write(path, { 'run.py': 'pass\n' });
  const failed = await scan('--fail-on', 'medium');
  expect(failed).toMatchObject({ code: 1 });
  expect(failed.stdout).toMatch(/what is staged over commit [\s\S]*run\.py:3/);
  expect(failed.stdout).not.toContain('greet.py');
  expect((await scan('--fail-on', 'high')).code).toBe(0);
  expect((await scan()).code).toBe(0);
  expect(existsSync(join(path, '.plumbline'))).toBe(false);
});

test('--fail-on lets pass what somebody suppressed in the source', async () => {
  const path = folder();
  harmlessProject(path);
  const text = badCode.medium['run.py'].replace(
    'shell=True)',
    'shell=True)  # plumbline:allow python-shell-with-text no outsider',
  );
  commit(path, { 'run.py': text });
  const scan = await plumbline(['scan', path, '--offline', '--fail-on', 'low'], { cwd: path });
  expect(scan.stdout).toMatch(/more (?:is|are) suppressed/);
  expect(scan.code).toBe(0);
});
