// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openState } from './open-state.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-state-'));
  folders.push(folder);
  return join(folder, '.plumbline');
}

function* failing(): Generator<string> {
  yield 'a';
  throw new Error('the report ends here');
}

async function linesOf(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

test('an entry that was added twice is one, and git ignores it', async () => {
  const folder = await newFolder();
  const state = openState(folder);
  expect(await state.entries('imports')).toEqual({ intact: [], broken: [] });
  const first = await state.add('imports', { b: 1, a: 2 });
  expect(await state.add('imports', { a: 2, b: 1 })).toEqual(first);
  expect(await openState(folder).entries('imports')).toEqual({ intact: [first], broken: [] });
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toMatch(/^\*$/m);
  expect(await state.remove('imports', first.id)).toBe(true);
  expect(await state.remove('imports', first.id)).toBe(false);
});

test('a changed, cut off or linked entry is broken and never handed out', async () => {
  const folder = await newFolder();
  const state = openState(folder);
  for (const value of [1, 2, 3]) await state.add('scans', { value });
  const [changed = '', cut = '', linked = ''] = await readdir(join(folder, 'scans'));
  await writeFile(join(folder, 'scans', changed), '{"value":4}');
  await writeFile(join(folder, 'scans', cut), '{"val');
  await rm(join(folder, 'scans', linked));
  await symlink('/etc/hostname', join(folder, 'scans', linked));
  await writeFile(join(folder, 'scans', '.half'), '{');
  expect(await state.entries('scans')).toEqual({ intact: [], broken: [changed, cut, linked] });
});

test('lines come back as they were written; a change is noticed', async () => {
  const folder = await newFolder();
  const state = openState(folder);
  const lines = Array.from({ length: 5000 }, (_, index) => `{"n":${index},"text":"${'ä€'.repeat(200)}"}`);
  const kept = await state.addLines(lines);
  expect(kept.lines).toBe(5000);
  expect(await linesOf(state.lines(kept.digest))).toEqual(lines);
  await writeFile(join(folder, 'results', kept.digest.slice(7)), 'other\n');
  await expect(linesOf(state.lines(kept.digest))).rejects.toMatchObject({ code: 'state-damaged' });
  await expect(linesOf(state.lines(`sha256:${'0'.repeat(64)}`))).rejects.toMatchObject({ code: 'state-damaged' });
  await rm(join(folder, 'results', kept.digest.slice(7)));
  execFileSync('mkfifo', [join(folder, 'results', kept.digest.slice(7))]);
  await expect(linesOf(state.lines(kept.digest))).rejects.toMatchObject({ code: 'state-damaged' });
  expect(() => state.lines('sha256:../../etc/passwd')).toThrow(TypeError);
});

test('lines that end in an error leave nothing behind', async () => {
  const folder = await newFolder();
  const state = openState(folder);
  await expect(state.addLines(failing())).rejects.toThrow('ends here');
  expect(await readdir(join(folder, 'results'))).toEqual([]);
});

test('what was acknowledged is there after kill -9', async () => {
  const folder = await newFolder();
  const program = `
    import { openState } from ${JSON.stringify(new URL('open-state.ts', import.meta.url).href)};
    const state = openState(${JSON.stringify(folder)});
    for (let n = 0; ; n += 1) { await state.add('imports', { n }); process.stdout.write(n + '\\n'); }`;
  const writer = spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = '';
  writer.stdout.on('data', (chunk: Buffer) => {
    acknowledged += chunk.toString();
    if (acknowledged.split('\n').length > 20) writer.kill('SIGKILL');
  });
  await once(writer, 'close');
  const numbers = acknowledged.split('\n').slice(0, -1).map(Number);
  const { intact, broken } = await openState(folder).entries('imports');
  expect(broken).toEqual([]);
  const there = new Set(intact.map(({ value }) => (value as { n: number }).n));
  expect(numbers.filter((n) => !there.has(n))).toEqual([]);
});
