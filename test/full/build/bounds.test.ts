// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { beforeAll, expect, test } from 'vitest';
import { installBubblewrap } from './isolation.ts';
import { plumblineBuild, processes } from './plumbline-build.ts';

const { build, folder } = useRepositories();
beforeAll(installBubblewrap);

const bounded = (settings: string): string =>
  build({ commits: [{ files: { 'plumbline-build.yaml': settings } }] }).path;

/** Bombs are told from other processes by how long they sleep. */
const forkBomb = 'bomb() { bomb | bomb & }; bomb; sleep 765432';

/** A PATH with what a build needs and without what hands it to another user. */
function withoutSetpriv(): string {
  const bare = folder();
  for (const name of ['git', 'bash', 'sh', 'bwrap', 'prlimit', 'du'])
    execFileSync('ln', ['-s', execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(bare, name)]);
  return bare;
}

test.each([
  ['where the kernel counts them', 'by-kernel', () => process.env['PATH'] ?? ''],
  // The bound of the kernel does not hold for root, and there is nobody else to be.
  ['where they are watched only', process.getuid?.() === 0 ? 'by-watching' : 'by-kernel', withoutSetpriv],
])('a fork bomb is ended %s', { timeout: 120_000 }, async (_, who, path) => {
  const source = bounded('processes: "400"\n');
  const env = { PATH: path() };
  const bombed = await plumblineBuild(source, ['--', 'bash', '-c', forkBomb], { env });
  expect(bombed.stderr).toContain('it started more processes than it may');
  expect(bombed.code).toBe(1);
  expect(processes('765432')).toBe(0);
  expect(existsSync(join(source, 'plumbline-build'))).toBe(false);
  const tame = await plumblineBuild(source, ['--', 'sh', '-c', 'echo > "$OUTPUT/x"'], { env });
  expect(tame.code).toBe(0);
  expect(readFileSync(join(source, 'plumbline-build/provenance.intoto.json'), 'utf8')).toContain(
    `"processes":"${who}"`,
  );
});

const writeOpen = `
import os
held = []
while True:
    file = open("x", "wb"); os.unlink("x"); held.append(file)
    file.write(bytes(20_000_000)); file.flush()`;

test.each([
  ['one file', 'dd if=/dev/zero of=big bs=1M'],
  ['many files', 'i=0; while dd if=/dev/zero of="f$i" bs=1M count=20 status=none; do i=$((i+1)); done'],
  ['files that it deletes and keeps open', `python3 -c '${writeOpen}'`],
  [
    'a folder that nobody may enter',
    'mkdir d; cd d; dd if=/dev/zero of=x bs=1M count=190; chmod 0 .; cd ..; dd if=/dev/zero of=y bs=1M',
  ],
  ['HOME', 'cd "$HOME"; while :; do dd if=/dev/zero of="f$((i=i+1))" bs=1M count=20 status=none; done'],
])('a build that fills the disk with %s is ended', async (_, script) => {
  const source = bounded('diskMiB: "200"\n');
  const { code, stderr } = await plumblineBuild(source, ['--', 'bash', '-c', script]);
  expect(stderr).toContain('it wrote more to the disk than it may');
  expect(code).toBe(1);
  expect(existsSync(join(source, 'plumbline-build'))).toBe(false);
});

const fill = (file: string): string =>
  `dd if=/dev/zero of=${file} bs=1M count=200 2>/dev/null; stat --format='${file} %s' ${file}; rm -f ${file}`;

test('what lies in memory is bounded by the kernel, and nothing else can be written', async () => {
  const source = bounded('memoryMiB: "100"\n');
  const script = `${fill('/tmp/x')}\n${fill('/var/tmp/x')}\n${fill('/dev/shm/x')}\n! touch /dev/x /x /run/x 2>/dev/null && echo > "$OUTPUT/x"`;
  const { code } = await plumblineBuild(source, ['--', 'bash', '-c', script]);
  expect(code).toBe(0);
  const log = readFileSync(join(source, 'plumbline-build/build.log'), 'utf8');
  const mebibyte = 1024 * 1024;
  expect(log).toBe(`/tmp/x ${100 * mebibyte}\n/var/tmp/x ${100 * mebibyte}\n/dev/shm/x ${64 * mebibyte}\n`);
});
