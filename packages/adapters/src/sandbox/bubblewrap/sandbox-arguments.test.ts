// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { sandboxArguments, type SandboxWish } from './sandbox-arguments.ts';

const wish: SandboxWish = {
  command: ['sh', '-c', '--share-net'],
  environment: { PATH: '/usr/bin', ODD: '--bind / /' },
  workingDirectory: '/build/source',
  hostname: 'build',
  writable: [{ outside: '/x/source', inside: '/build/source' }],
  readable: ['/opt/tools'],
  network: false,
  temporaryBytes: 1000,
};
const layout = { links: [['/bin', 'usr/bin']] as const, folders: ['/usr'] };

/** The values of an option that takes `count` of them. */
function valuesOf(args: readonly string[], option: string, count: number): readonly (readonly string[])[] {
  return args.flatMap((arg, at) => (arg === option ? [args.slice(at + 1, at + 1 + count)] : []));
}

test('only the named folders can be written to, and nothing of the machine but the system and the tools is there', () => {
  const { options: args } = sandboxArguments(wish, layout, '/settings');
  expect(valuesOf(args, '--bind', 2)).toEqual([['/x/source', '/build/source']]);
  const seen = [...valuesOf(args, '--ro-bind', 2), ...valuesOf(args, '--ro-bind-try', 2)].map(([from]) => from ?? '');
  const elsewhere = seen.filter((path) => !/^\/(?:usr$|opt\/tools$|etc\/|proc\/|settings\/)/u.test(path));
  expect(elsewhere).toEqual([]);
  expect(seen.filter((path) => /shadow|hostname|machine-id|ssh|passwd$/u.test(path))).toEqual(['/settings/passwd']);
  expect(valuesOf(args, '--remount-ro', 1)).toEqual([['/dev'], ['/']]);
  expect(valuesOf(args, '--size', 3).map(([, , place]) => place)).toEqual(valuesOf(args, '--tmpfs', 1).flat());
});

test('what the kernel lets its own root write is read-only', () => {
  const { options: args } = sandboxArguments(wish, layout, '/settings');
  const covered = valuesOf(args, '--ro-bind-try', 2).map(([, to]) => to);
  expect(covered).toEqual(expect.arrayContaining(['/proc/sys', '/proc/sysrq-trigger']));
  expect(args.indexOf('/proc/sys')).toBeGreaterThan(args.indexOf('--proc'));
});

test('the network is there only where it is asked for', () => {
  expect(sandboxArguments(wish, layout, '/s').options).toContain('--unshare-net');
  expect(sandboxArguments({ ...wish, network: true }, layout, '/s').options).not.toContain('--unshare-net');
});
