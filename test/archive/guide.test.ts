// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesBelow } from './release-for-tests.ts';
import { commandLine } from '../scenarios/plumbline.ts';

const folder = await mkdtemp(join(tmpdir(), 'plumbline-guide-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const [node = '', ...words] = commandLine;

const trust = `signers:
  - name: us
    key:
      file: release.pub
require:
  - name: signature
    signers: [us]
`;

/** Runs what a shell would run: words, and text in double quotes. */
function run(command: string): { readonly status: number | null; readonly output: string } {
  const [, ...args] = (command.match(/"[^"]*"|\S+/gu) ?? []).map((word) => word.replaceAll('"', ''));
  const ran = spawnSync(node, [...words, ...args], { cwd: folder, encoding: 'utf8' });
  return { status: ran.status, output: ran.stdout + ran.stderr };
}

test('the commands of the guide do what it says', async () => {
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder });
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'app.tgz'), 'the artifact');
  await writeFile(join(folder, 'dist', 'app.cdx.json'), '{}');
  const openssl = (...args: readonly string[]): Buffer => execFileSync('openssl', args, { cwd: folder });
  openssl('genpkey', '-algorithm', 'ed25519', '-out', 'release.key');
  openssl('pkey', '-in', 'release.key', '-pubout', '-out', 'release.pub');
  await writeFile(join(folder, 'trust.yaml'), trust);
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '--message', 'One');
  git('tag', 'v1.0.0');
  const guide = await readFile('docs/guides/archive.md', 'utf8');
  const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/gu)].flatMap(([, block = '']) => block.trim().split('\n'));
  expect(commands).toHaveLength(6);
  for (const command of commands) expect(run(command), command).toMatchObject({ status: 0 });
  const files = ['SHA256SUMS', 'SHA256SUMS.sig', 'app.cdx.json', 'app.tgz', 'release.json'];
  expect(await readdir(join(folder, 'restored'))).toEqual(files);

  const manifest = await readFile(join(folder, 'release', 'release.json'));
  expect(run(commands[1] ?? '').status).toBe(0);
  expect(await readFile(join(folder, 'release', 'release.json'))).toEqual(manifest);

  const drill = 'plumbline archive drill --from kept --format json';
  expect(JSON.parse(run(drill).output)).toMatchObject({
    restored: true,
    objects: 5,
    trust: null,
    verified: 'not-asked',
  });
  const verified = JSON.parse(run(`${drill} --trust trust.yaml`).output) as unknown;
  expect(verified).toMatchObject({ verified: 'verified', trust: expect.stringMatching(/^sha256:/u) });
  const other = trust.replace('us]', 'us]\n    predicateType: https://slsa.dev/provenance/v1');
  await writeFile(join(folder, 'provenance.yaml'), other);
  expect(run(`${drill} --trust provenance.yaml`)).toMatchObject({ status: 1 });
  const [object = ''] = await filesBelow(join(folder, 'kept', 'objects'));
  await writeFile(object, 'other');
  expect(run(drill)).toMatchObject({ status: 1, output: expect.stringContaining('altered') });
  expect(run('plumbline archive drill --from elsewhere').status).toBe(3);
  await rm(join(folder, 'kept', 'releases'), { recursive: true });
  expect(run(drill)).toMatchObject({ status: 1, output: expect.stringContaining('it was seen here before') });
});

test.each([
  ['a tag that is not there', 'release v9 --artifact dist/app.tgz --without-gate x', 'no tag'],
  ['a commit without a result of the gate', 'release v1.0.0 --artifact dist/app.tgz', 'no result of the gate'],
  ['a file twice', 'release v1.0.0 --artifact dist/app.tgz dist/app.tgz --without-gate x', 'one name'],
  ['a file that is not there', 'release v1.0.0 --artifact dist/none --without-gate x', 'no such file'],
  ['an option as a tag', 'release --without-gate x --artifact dist/app.tgz -- --all', 'no tag'],
  ['a place that is none', 'archive put release --to s3://b/../c', 'no place in a bucket'],
])('%s is refused', (_, command, why) => {
  expect(run(`plumbline ${command}`)).toMatchObject({ status: 2, output: expect.stringContaining(why) });
});
