// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from '@plumbline/adapters/testing/is-running';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandEnvironment, commandLine, plumbline, type CommandResult } from './plumbline.ts';

// DESIGN §5, `plumbline scan`, on a machine on which nothing but git is installed.
let programs: string;
beforeAll(() => {
  programs = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-programs-'));
  symlinkSync(execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim(), join(programs, 'git'));
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));

const repositories = useRepositories();
const weak =
  "import subprocess\nfrom flask import request\n\ndef run():\n    subprocess.call('ls ' + request.args['x'], shell=True)\n";
const aProject = (files: { readonly [path: string]: string } = {}): string =>
  repositories.build({ commits: [{ files: { 'app.py': weak, ...files } }] }).path;

const scan = (...args: readonly string[]): Promise<CommandResult> =>
  plumbline(['scan', ...args], { env: { PATH: programs } });

type Tool = { readonly id: string; readonly state: string; readonly because: string };
type Document = { readonly tools: readonly Tool[]; readonly results: readonly { readonly scanner: string }[] };

test('finds something real, keeps it for assess, and puts a second scan in place of the first', async () => {
  const path = aProject();
  const first = await scan(path);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('app.py:5');
  await scan(path);
  expect(readFileSync(join(path, '.plumbline', '.gitignore'), 'utf8')).toMatch(/^\*$/m);
  const entries = (kind: string): number => readdirSync(join(path, '.plumbline', kind)).length;
  expect(entries('imports')).toBe(first.stdout.split('\n').filter((line) => line.startsWith('  ✓ ')).length);
  expect(entries('scans')).toBe(2);
});

test('SARIF goes to its file, JSON to its own', async () => {
  const path = aProject();
  const [sarif, json] = [join(programs, 'out.sarif'), join(programs, 'out.json')];
  const { code, stdout } = await scan(path, '--sarif', sarif, '--format', 'json', '--output', json);
  expect([code, stdout]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({ version: '2.1.0' });
  const { results } = JSON.parse(readFileSync(json, 'utf8')) as Document;
  expect(results.map(({ scanner }) => scanner)).toContain('plumbline-code');
});

test('a plan names every scanner with its reason and starts none', async () => {
  const path = aProject();
  const { code, stdout } = await scan(path, '--plan', '--format', 'json', '--without', 'plumbline-secrets');
  const { tools } = JSON.parse(stdout) as Document;
  const states = new Map(tools.map(({ id, state }) => [id, state]));
  expect(code).toBe(0);
  expect([states.get('plumbline-code'), states.get('bandit'), states.get('gosec')]).toEqual([
    'will-run',
    'missing',
    'not-applicable',
  ]);
  expect([states.get('plumbline-secrets'), states.get('wapiti')]).toEqual(['left-out', 'not-applicable']);
  expect(existsSync(join(path, '.plumbline'))).toBe(false);
});

test('what is asked for and cannot run is exit 3; what nobody asked for is not', async () => {
  const path = aProject();
  expect((await scan(path)).code).toBe(0);
  const asked = await scan(path, '--with', 'bandit');
  expect(asked.code).toBe(3);
  expect(asked.stdout).toContain('there is no bandit on the PATH');
  const crashing = join(programs, 'crashing');
  mkdirSync(crashing);
  writeFileSync(
    join(crashing, 'bandit'),
    '#!/bin/sh\n[ "$1" = --version ] && echo bandit 1.2.3 && exit 0\necho "Error: no luck" >&2; exit 9\n',
  );
  chmodSync(join(crashing, 'bandit'), 0o755);
  const env = { PATH: `${programs}:/usr/bin:/bin`, PLUMBLINE_TOOLS: crashing };
  const crashed = await plumbline(['scan', path, '--with', 'bandit'], { env });
  expect(crashed.code).toBe(3);
  expect(crashed.stdout).toContain('did not run: Bandit failed with exit code 9: Error: no luck');
});

test.each([
  [['--with', 'nobody'], /no scanner is called nobody/],
  [['--with', 'wapiti'], /needs the address of a running instance/],
  [['--with', 'bandit', '--without', 'bandit'], /both asked for and left out/],
  [['--url', 'http://169.254.169.254/'], /is not scanned/],
  [['--timeout', 'soon'], /not a time in seconds/],
  [['--plan', '--sarif', 'x.sarif'], /a plan has no results/],
])('%j is a mistake', async (args, message) => {
  const { code, stderr } = await scan(aProject(), ...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});

test('a commit that brings kept results of its own is refused', async () => {
  const path = aProject({ '.plumbline/imports/x.json': '{}' });
  const { code, stderr } = await scan(path);
  expect(code).toBe(3);
  expect(stderr).toMatch(/brings \.plumbline\/imports\/x\.json: kept results cannot be told from forged ones/);
  expect((await scan(path, '--state', join(programs, 'state'))).code).toBe(0);
});

test('the work tree is scanned where asked for, and bound to no commit', async () => {
  const path = aProject();
  writeFileSync(join(path, 'new.py'), weak);
  const names = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await scan(path, '--format', 'json', ...args);
    return [...new Set([...stdout.matchAll(/"path":"([^"]+)"/gu)].flatMap(([, name]) => name ?? []))].sort();
  };
  expect(await names()).toEqual(['app.py']);
  expect(await names('--worktree')).toEqual(['app.py', 'new.py']);
  expect((await scan(path, '--worktree')).stdout).toMatch(/^Scan: .*, the work tree over commit [0-9a-f]{12}$/m);
});

test('a folder outside of git can be scanned, and a bare repository needs a place for its results', async () => {
  const folder = repositories.folder();
  writeFileSync(join(folder, 'app.py'), weak);
  const plain = await scan(folder, '--worktree');
  expect(plain.code).toBe(0);
  expect(plain.stdout).toMatch(/files outside of git/);
  const { path } = repositories.build({ bare: true, commits: [{ files: { 'app.py': weak } }] });
  const bare = await scan(path);
  expect(bare.code).toBe(2);
  expect(bare.stderr).toMatch(/Name a folder with --state DIR/);
});

test('an interrupted scan ends its tools, keeps nothing and leaves nothing behind', async () => {
  const path = aProject();
  const slow = join(programs, 'slow');
  const temporary = join(programs, 'tmp');
  mkdirSync(slow);
  mkdirSync(temporary);
  const tool =
    '#!/bin/sh\n[ "$1" = --version ] && echo bandit 1.2.3 && exit 0\necho $$ > "$TMPDIR/../../started"; sleep 60\n';
  writeFileSync(join(slow, 'bandit'), tool);
  chmodSync(join(slow, 'bandit'), 0o755);
  const [node = '', ...args] = commandLine;
  const env = { ...commandEnvironment, PATH: `${programs}:/usr/bin:/bin`, PLUMBLINE_TOOLS: slow, TMPDIR: temporary };
  const child = spawn(node, [...args, 'scan', path, '--with', 'bandit'], { env, stdio: 'ignore' });
  const started = join(temporary, 'started');
  while (!existsSync(started) && child.exitCode === null) await wait(20);
  const pid = Number(readFileSync(started, 'utf8'));
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect(code).toBe(130);
  expect(isRunning(pid)).toBe(false);
  expect(readdirSync(temporary)).toEqual(['started']);
  expect(readdirSync(join(path, '.plumbline', 'scans'))).toEqual([]);
  expect(readdirSync(join(path, '.plumbline', 'results')).filter((name) => name.startsWith('.'))).toEqual([]);
});
