// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { describe, expect, test } from 'vitest';
import { commandEnvironment, commandLine, plumbline } from './plumbline.ts';

// DESIGN §5: exit codes, streams, and what a user who mistypes is told.
const repositories = useRepositories();
const small = (): string => repositories.build({ commits: [{ files: { 'README.md': '# Small\n' } }] }).path;

describe('usage', () => {
  test.each([[['--help']], [['assess', '--help']], [['roadmap', '--help']], [['catalog', 'export', '--help']]])(
    'plumbline %s prints usage to stdout',
    async (args) => {
      const { code, stdout, stderr } = await plumbline(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: plumbline/u);
    },
  );

  test('--version prints the version alone', async () => {
    expect(await plumbline(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n', stderr: '' });
  });

  test.each([
    [['asess'], /unknown command 'asess'[^]*assess/u],
    [['assess', '.', '--formt', 'json'], /unknown option '--formt'[^]*--format/u],
    [['catalog', 'lst'], /too many arguments|unknown command/u],
    [['assess', '.', '--format', 'xml'], /text, json, html, markdown, sarif, oscal, gemara/u],
    [['assess', '.', '--catalog', 'ssdf-2.0'], /ssdf-1\.1/u],
    [['assess', '.', '--as-of', '2026-02-30'], /not a day: 2026-02-30/u],
    [['assess', '.', '--as-of', 'yesterday'], /YYYY-MM-DD/u],
    [['roadmap', '.', '--capacity', '-3'], /capacity/u],
    [['roadmap', '.', '--capacity', 'NaN'], /capacity/u],
    [['explain', 'PW.99.1'], /PW\.99\.1/u],
    [['explain', 'no-such-check'], /no-such-check/u],
    [['explain', 'changes-review'], /Did you mean [^]*changes-reviewed/u],
    [['explain'], /missing required argument 'id'/u],
    [['catalog', 'crosswalk', 'no-such-framework'], /no-such-framework/u],
    [['catalog', 'export'], /--format/u],
    [['catalog', 'search'], /words/u],
    [['assess', 'one', 'two'], /too many arguments/u],
    [['assess', '.', '--evidence', 'no-such-file.sarif'], /no-such-file\.sarif/u],
    [['assess', '--', '--upload-pack=touch x'], /dash/u],
    [['assess', 'ext::sh -c id'], /Transport helpers/u],
    [['init', 'no-such-folder'], /no-such-folder/u],
    [['sbom', 'no-such-thing'], /no such file or folder[^]*Name a folder, a file, or a URL/u],
  ])('plumbline %s is a usage error that says what is wrong', async (args, said) => {
    const { code, stdout, stderr } = await plumbline(args, { cwd: small() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\n\s+at |this is a bug/u);
  });

  test('no command at all shows the usage and fails', async () => {
    const { code, stdout, stderr } = await plumbline([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: plumbline');
  });

  test('an unknown profile names those there are', async () => {
    const { code, stderr } = await plumbline(['assess', small(), '--profile', 'strict']);
    expect(code).toBe(2);
    expect(stderr).toContain('baseline, standard, high');
  });
});

describe('what cannot be assessed', () => {
  test.each([
    ['a folder without a repository', () => repositories.folder(), 2, /not in a git repository/u],
    ['a repository without commits', () => repositories.build({ commits: [] }).path, 2, /no commit/u],
    ['a folder that is not there', () => '/nonexistent/folder', 2, /does not exist/u],
    ['a file', () => join(small(), 'README.md'), 2, /is not a folder/u],
  ])('%s', async (_, target, expected, said) => {
    const { code, stdout, stderr } = await plumbline(['assess', target()]);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(said);
  });

  test('a URL offline is what could not be assessed, not a usage error', async () => {
    const { code, stderr } = await plumbline(['assess', 'https://secret:token@example.invalid/a/b', '--offline']);
    expect(code).toBe(3);
    expect(stderr).toContain('--offline');
    expect(stderr).not.toMatch(/secret|token/u);
  });

  test('without git', async () => {
    const { code, stderr } = await plumbline(['assess', small()], { env: { PATH: '/nonexistent' } });
    expect(code).toBe(3);
    expect(stderr).toMatch(/git/u);
  });
});

describe('--output', () => {
  test('replaces a file whole and leaves nothing else behind', async () => {
    const folder = repositories.folder();
    const file = join(folder, 'report.md');
    writeFileSync(file, 'old');
    const { code, stdout, stderr } = await plumbline(['assess', small(), '--format', 'markdown', '--output', file]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('of 42 tasks met');
    expect(readFileSync(file, 'utf8').trim()).toMatch(/^#{1,3} [^]*<\/details>$/u);
    expect(readdirSync(folder)).toEqual(['report.md']);
  });

  test.each([
    ['a folder that is not there', (folder: string) => join(folder, 'missing', 'report.json')],
    ['a folder', (folder: string) => folder],
    ['below a file', (folder: string) => join(folder, 'file', 'report.json')],
    ['a name that no file can have', (folder: string) => join(folder, 'x'.repeat(300))],
  ])('%s cannot be written, and nothing is', async (_, target) => {
    const folder = repositories.folder();
    writeFileSync(join(folder, 'file'), '');
    for (const args of [
      ['assess', small(), '--format', 'json'],
      ['roadmap', small()],
      ['catalog', 'export', '--format', 'csv'],
    ]) {
      const { code, stdout, stderr } = await plumbline([...args, '--output', target(folder)]);
      expect({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('cannot write');
    }
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('a link stays a link, and what it leads to is replaced', async () => {
    const folder = repositories.folder();
    writeFileSync(join(folder, 'target.json'), 'old');
    symlinkSync('target.json', join(folder, 'link.json'));
    await plumbline(['assess', small(), '--format', 'json', '--output', join(folder, 'link.json')]);
    expect(readFileSync(join(folder, 'target.json'), 'utf8')).toMatch(/^\{/u);
    expect(readdirSync(folder)).toEqual(['link.json', 'target.json']);
  });

  test('a device or pipe is written to and never replaced', async () => {
    const folder = repositories.folder();
    const [node = '', ...rest] = commandLine;
    const script = `mkfifo "$1/pipe" && { timeout 5 cat "$0/pipe" > "$0/read" & shift; "$@" --output "$0/pipe"; wait; }`;
    const command = [node, ...rest, 'catalog', 'export', '--format', 'csv'];
    const run = spawnSync('sh', ['-c', script, folder, folder, ...command], {
      env: commandEnvironment,
      timeout: 10_000,
    });
    const { status } = run;
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'read'), 'utf8')).toContain('PW.7.2');
    expect(readdirSync(folder).toSorted()).toEqual(['pipe', 'read']);
  });

  test('patches cannot be written where a file is', async () => {
    const folder = repositories.folder();
    writeFileSync(join(folder, 'file'), '');
    const args = ['roadmap', small(), '--offline', '--write-patches', join(folder, 'file')];
    const { code, stderr } = await plumbline(args);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot write');
  });

  test.runIf(process.getuid?.() !== 0)('a folder without permission', async () => {
    const folder = repositories.folder();
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0o500);
    const { code } = await plumbline(['assess', small(), '--output', join(folder, 'closed', 'report')]);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'closed', 'report'))).toBe(false);
  });
});

describe('streams', () => {
  const escape = '\u001B[';

  test('nothing but the result on stdout, nothing on stderr, no colours when neither is a terminal', async () => {
    const repository = small();
    for (const args of [
      ['assess', repository],
      ['roadmap', repository],
      ['explain', 'PW.7.2', repository],
      ['catalog'],
    ]) {
      const { code, stdout, stderr } = await plumbline(args, { env: { TERM: 'xterm-256color' } });
      expect({ code, stderr }, args.join(' ')).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toContain(escape);
      expect(stdout.length).toBeGreaterThan(500);
    }
  });

  test('a terminal has colours unless NO_COLOR is set', () => {
    const repository = small();
    const onTerminal = (env: { readonly [name: string]: string }): string => {
      const command = [...commandLine, 'assess', repository].map((part) => `'${part}'`).join(' ');
      const run = spawnSync('script', ['-qec', command, '/dev/null'], {
        env: { ...commandEnvironment, TERM: 'xterm', ...env },
        encoding: 'utf8',
        input: '',
      });
      return run.stdout;
    };
    const coloured = /\u001B\[\d+m/u;
    expect(onTerminal({})).toMatch(coloured);
    const plain = onTerminal({ NO_COLOR: '1' });
    expect(plain).toContain('PW.7.2');
    expect(plain).not.toMatch(coloured);
  });

  test('a reader that goes away is no error', () => {
    const repository = small();
    for (const args of [
      `assess ${repository} --format json`,
      `assess ${repository}`,
      'catalog export --format oscal',
    ]) {
      const script = `{ ${commandLine.join(' ')} ${args}; echo "code $?" >&2; } | head -c 10`;
      const { stdout, stderr } = spawnSync('sh', ['-c', script], { env: commandEnvironment, encoding: 'utf8' });
      expect(stdout).toHaveLength(10);
      expect(stderr, args).toBe('code 0\n');
    }
  });
});
