// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { installBubblewrap } from './isolation.ts';
import { plumblineBuild } from './plumbline-build.ts';

const { build, folder } = useRepositories();
beforeAll(installBubblewrap);

/** In every secret of the machine; the build is told its second half only. */
const [mark, half] = ['CANARY-83bd5e1f', '83bd5e1f'];

/** One line of `name: what was found` for each place. The pattern does not find itself in the list of processes. */
const search = `
want="CANARY[-]$1"
echo "files: $(find / -path /proc -prune -o -path /usr -prune -o -path /dev -prune -o -type f -print0 2>/dev/null | xargs -0 grep -l -e "$want" 2>/dev/null)"
echo "variables: $(cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | grep -e "$want")"
echo "open files: $(for fd in /proc/[0-9]*/fd/*; do readlink "$fd"; done 2>/dev/null | grep -v -x -F -e "$(readlink /proc/$$/fd/0)" -e "$(readlink /proc/$$/fd/1)" -e 'anon_inode:[eventfd]' | grep -v -e '^pipe:' -e '^/dev/null$' -e '^/build/' -e '^/proc/')"
echo "mounts: $(grep -e "$2" -e "$want" -e gnupg -e ssh -e token /proc/self/mountinfo)"
echo "sockets: $(find / -path /proc -prune -o -type s -print 2>/dev/null)"
echo "sockets of the kernel: $(grep -c -e "$want" -e @ /proc/net/unix)"
echo "memory: $(for map in /proc/[0-9]*/root; do ls "$map/root" "$map/home" "$2"; done 2>/dev/null)"
try() { name=$1; shift; if "$@" >/dev/null 2>&1; then echo "$name: reached"; else echo "$name: refused"; fi; }
try agent env SSH_AUTH_SOCK="$2/agent" ssh-add -L
try gpg env GNUPGHOME="$2/.gnupg" gpg --batch --list-secret-keys --with-colons
try token python3 -c "import socket,sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])" "$2/token"
try abstract python3 -c "import socket,sys; socket.socket(socket.AF_UNIX).connect('\\\\0plumbline-token-' + sys.argv[1])" "$1"
try loopback bash -c "exec 3<>/dev/tcp/127.0.0.1/$3"
echo done > "$OUTPUT/done"
`;

async function listening(server: Server, place: object): Promise<Server> {
  server.listen(place);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return server;
}

test('no key of the machine can be seen from inside a build', async () => {
  const source = build({ commits: [{ files: { 'search.sh': { executable: `#!/bin/bash\n${search}` } } }] }).path;
  const home = folder();
  for (const [name, text] of [
    ['key.pem', `-----BEGIN PRIVATE KEY-----\n${mark}\n`],
    ['.gnupg/private-keys-v1.d/key', mark],
    ['.ssh/id_ed25519', mark],
    ['.config/plumbline/keys/signing.json', mark],
    ['softhsm2.conf', `directories.tokendir = ${mark}`],
  ] as const) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), text, { mode: 0o600 });
  }
  const agent = spawn('ssh-agent', ['-D', '-a', join(home, 'agent')], { stdio: 'ignore' });
  onTestFinished(() => void agent.kill());
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', mark, '-f', join(home, 'agent-key')]);
  const env = { SSH_AUTH_SOCK: join(home, 'agent') };
  execFileSync('ssh-add', ['-q', join(home, 'agent-key')], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const answer = (): Server => createServer((socket) => socket.end(mark));
  await listening(answer(), { path: join(home, 'token') });
  await listening(answer(), { path: `\0plumbline-token-${half}` });
  const loopback = (await listening(answer(), { port: 0, host: '127.0.0.1' })).address();
  const port = typeof loopback === 'object' && loopback !== null ? String(loopback.port) : '';
  const { code, stderr } = await plumblineBuild(source, ['--', './search.sh', half, home, port], {
    env: {
      ...env,
      HOME: home,
      GNUPGHOME: join(home, '.gnupg'),
      XDG_RUNTIME_DIR: home,
      PLUMBLINE_PASSPHRASE: mark,
      PLUMBLINE_PKCS11_PIN: mark,
      PKCS11_MODULE_PATH: mark,
      SOFTHSM2_CONF: join(home, 'softhsm2.conf'),
      P11_KIT_SERVER_ADDRESS: `unix:path=${join(home, 'token')}`,
      AWS_SECRET_ACCESS_KEY: mark,
    },
    inherited: join(home, 'key.pem'),
  });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(readFileSync(join(source, 'plumbline-build/build.log'), 'utf8').trimEnd().split('\n')).toEqual([
    'files: ',
    'variables: ',
    'open files: ',
    'mounts: ',
    'sockets: ',
    'sockets of the kernel: 0',
    'memory: ',
    'agent: refused',
    'gpg: refused',
    'token: refused',
    'abstract: refused',
    'loopback: refused',
  ]);
});

test('the search finds what there is to find', async () => {
  const source = build({
    commits: [{ files: { 'search.sh': { executable: `#!/bin/bash\n${search}` }, kept: mark } }],
  }).path;
  const { code } = await plumblineBuild(source, [
    '--env',
    `SIGNING=${mark}`,
    '--',
    './search.sh',
    half,
    '/nowhere',
    '1',
  ]);
  expect(code).toBe(0);
  const log = readFileSync(join(source, 'plumbline-build/build.log'), 'utf8');
  expect(log).toContain('files: /build/source/kept\n');
  expect(log).toContain(`SIGNING=${mark}`);
});
