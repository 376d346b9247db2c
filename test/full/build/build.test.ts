// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FileSpec } from '@plumbline/adapters/testing/build-repository';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { schemaValidator } from '@plumbline/formats/testing/schema-validator';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { hostileBuild, installBubblewrap } from './isolation.ts';
import { plumblineBuild, processes } from './plumbline-build.ts';

const { build, folder } = useRepositories();
beforeAll(installBubblewrap);

const repository = (files: { readonly [path: string]: FileSpec }): string => build({ commits: [{ files }] }).path;

test('a hostile build reaches no secret, no network, no process and no file of the machine', async () => {
  const source = repository({ 'hostile.sh': { executable: `#!/bin/bash\n${hostileBuild}` } });
  const home = folder();
  const secret = join(home, 'key.pem');
  writeFileSync(secret, 'SECRET KEY');
  writeFileSync(join(home, '.netrc'), 'SECRET');
  mkdirSync(join(home, '.plumbline'));
  const kernelSetting = readFileSync('/proc/sys/kernel/core_pattern', 'utf8');
  const server = createServer((socket) => socket.end());
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const args = ['--', './hostile.sh', secret, home, String(port), String(process.pid)];
  const { code, stderr } = await plumblineBuild(source, args, {
    env: { HOME: home, AWS_SECRET_ACCESS_KEY: 'SECRET', LD_LIBRARY_PATH: home, SSH_AUTH_SOCK: join(home, 'agent') },
    inherited: secret,
  });
  server.close();
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const log = readFileSync(join(source, 'plumbline-build/build.log'), 'utf8');
  expect(log.split('\n').filter((line) => line.endsWith(': reached'))).toEqual([]);
  expect(log.split('\n').filter((line) => line.endsWith(': refused'))).toHaveLength(20);
  expect(log).not.toContain('SECRET KEY');
  expect(log).toMatch(/^variables: HOME LANG LC_ALL OUTPUT PATH PWD SHLVL SOURCE_DATE_EPOCH TMPDIR TZ $/m);
  expect(Number(/^processes: (\d+)$/m.exec(log)?.[1])).toBeLessThan(12);
  expect(readdirSync(join(source, 'plumbline-build/artifacts'))).toEqual(['made']);
  expect(processes('987654')).toBe(0);
  expect(readdirSync(home).sort()).toEqual(['.netrc', '.plumbline', 'key.pem']);
  expect(readFileSync('/proc/sys/kernel/core_pattern', 'utf8')).toBe(kernelSetting);
  expect(existsSync('/usr/bin/planted') || existsSync('/planted')).toBe(false);
});

const program = `#include <stdio.h>
#include <string.h>
int main(int count, char **words) { char room[64]; strcpy(room, words[0]); return printf("%s", room) > 0 ? 0 : count; }
`;
const flags = '-O2 -fPIE -pie -fstack-protector-strong -D_FORTIFY_SOURCE=2 -Wl,-z,relro,-z,now';

test('a clean build is reproduced, its provenance is valid and its binaries are judged', async () => {
  const source = repository({
    'main.c': program,
    'build.sh': {
      executable: `#!/bin/sh\nset -e\ngcc ${flags} -o "$OUTPUT/hard" main.c\ngcc -no-pie -fno-stack-protector -z execstack -o "$OUTPUT/soft" main.c\n`,
    },
  });
  const { code, stdout } = await plumblineBuild(source, [
    '--reproduce',
    '--tool',
    'gcc',
    '--format',
    'json',
    '--',
    './build.sh',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    reproduction: { differenceCount: 0 },
    level: { level: 1 },
    outputs: [
      {
        path: 'hard',
        hardening: {
          protections: { pie: 'present', relro: 'present', nx: 'present', canary: 'present', fortify: 'present' },
          hardened: true,
        },
      },
      { path: 'soft', hardening: { protections: { pie: 'missing', nx: 'missing' }, hardened: false } },
    ],
  });
  const statement = readFileSync(join(source, 'plumbline-build/provenance.intoto.json'), 'utf8');
  expect(schemaValidator('schemas/in-toto-slsa/in-toto-statement-v1.schema.json')(statement)).toEqual([]);
  const { predicate } = JSON.parse(statement) as { predicate: unknown };
  const faults = schemaValidator('schemas/in-toto-slsa/slsa-provenance-v1.predicate.schema.json');
  expect(faults(JSON.stringify(predicate))).toEqual([]);
  expect(statement).toContain('"name":"gcc"');
  expect(readdirSync(join(source, '.plumbline/builds'))).toHaveLength(1);
});

test.each<readonly [what: string, script: string, why?: string]>([
  ['the time', 'date +%s%N > "$OUTPUT/file"'],
  ['the path', 'pwd > "$OUTPUT/file"', 'holds the path of the source (/build/source)'],
  ['HOME', 'echo "$HOME" > "$OUTPUT/file"', 'holds the path of HOME (/build/home)'],
  ['the host name', 'hostname > "$OUTPUT/file"', 'holds the host name (build)'],
  ['the umask', 'umask > "$OUTPUT/file"'],
  ['the locale', 'locale > "$OUTPUT/file"'],
  ['the time zone', 'date -d @0 > "$OUTPUT/file"'],
])('what %s leaves in an output is found', async (_, script, why = '') => {
  const source = repository({ 'build.sh': { executable: `#!/bin/sh\n${script}\n` } });
  const { code, stdout } = await plumblineBuild(source, ['--reproduce', '--', './build.sh']);
  expect(stdout).toContain('  file: its bytes differ');
  expect(stdout).toContain(why);
  expect(stdout.includes('holds')).toBe(why !== '');
  expect(code).toBe(1);
});

test('a member of an archive that differs is named', async () => {
  const script =
    'mkdir t; echo same > t/same; date +%N > t/stamp; tar -cz --mtime=@0 --owner=0 --group=0 -f "$OUTPUT/a.tar.gz" t';
  const source = repository({ 'build.sh': { executable: `#!/bin/sh\n${script}\n` } });
  const { code, stdout } = await plumblineBuild(source, ['--reproduce', '--', './build.sh']);
  expect(stdout).toContain('  a.tar.gz: what lies in the tar differs\n    t/stamp: content\n');
  expect(code).toBe(1);
});

test('what a fetch phase brings is a material, and the build after it has no network', async () => {
  const source = repository({
    'plumbline-build.yaml': 'fetch: echo brought > "$HOME/brought"; mkdir deps; echo dep > deps/one\noutputs: [out]\n',
  });
  const command =
    'mkdir out && cat "$HOME/brought" deps/one > out/file && ! bash -c "exec 3<>/dev/tcp/192.0.2.1/80" 2>/dev/null';
  const { code, stderr } = await plumblineBuild(source, ['--', 'sh', '-c', command]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(readFileSync(join(source, 'plumbline-build/artifacts/out/file'), 'utf8')).toBe('brought\ndep\n');
  const statement = readFileSync(join(source, 'plumbline-build/provenance.intoto.json'), 'utf8');
  expect(statement).toContain('"name":"fetched/home/brought"');
  expect(statement).toContain('"name":"fetched/source/deps/one"');
});

test.each([
  ['time', 'minutes: "1"', 'sleep 100', 'it took longer than it may'],
  [
    'memory',
    'memoryMiB: "100"',
    'python3 -c "x = [bytes(10**6) + bytes([i % 255]) * 10**6 for i in range(2000)]; print(len(x))"',
    'it took more memory than it may',
  ],
])('a build that takes too much %s is ended, and nothing is left', async (_, config, command, because) => {
  const source = repository({ 'plumbline-build.yaml': `${config}\n` });
  const { code, stderr } = await plumblineBuild(source, ['--', 'sh', '-c', `setsid sleep 876543 & ${command}`]);
  expect(stderr).toContain(because);
  expect(code).toBe(1);
  expect(processes('876543')).toBe(0);
  expect(existsSync(join(source, 'plumbline-build'))).toBe(false);
});

test('without bubblewrap nothing is built', async () => {
  const source = repository({ file: '' });
  const bare = folder();
  for (const name of ['git', 'sh'])
    execFileSync('ln', ['-s', execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(bare, name)]);
  const { code, stderr } = await plumblineBuild(source, ['--', 'sh', '-c', 'touch "$OUTPUT/x"'], {
    env: { PATH: bare },
  });
  expect(code).toBe(3);
  expect(stderr).toContain('apt install bubblewrap');
  expect(existsSync(join(source, 'plumbline-build'))).toBe(false);
});

test('a source archive is built, named by its digest, and gives the same as the commit it is of', async () => {
  const files = { 'build.sh': { executable: '#!/bin/sh\ncp words "$OUTPUT/words"\n' }, words: 'light\n' };
  const source = repository(files);
  for (const packing of ['gzip', 'xz'])
    execFileSync(
      'sh',
      ['-c', `git archive --prefix=lantern-1.0/ HEAD | ${packing} -c > ../lantern-$(basename "$PWD").${packing}`],
      { cwd: source },
    );
  for (const packing of ['gzip', 'xz']) {
    const archive = `${source.replace(/([^/]+)$/, 'lantern-$1')}.${packing}`;
    onTestFinished(() => rmSync(archive, { force: true }));
    const output = join(folder(), 'built');
    const { code, stderr } = await plumblineBuild(source, [
      '--source',
      archive,
      '--output',
      output,
      '--',
      './build.sh',
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const sha256 = createHash('sha256').update(readFileSync(archive)).digest('hex');
    expect(readFileSync(join(output, 'provenance.intoto.json'), 'utf8')).toContain(
      `"source":{"digest":{"sha256":"${sha256}"}`,
    );
    expect(readFileSync(join(output, 'artifacts/words'), 'utf8')).toBe('light\n');
  }
  expect(existsSync(join(source, '.plumbline'))).toBe(false);
});
