// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkGitUrl } from './check-git-url.ts';
import { publicUrl, repositoryUri } from './repository-uri.ts';

describe('checkGitUrl', () => {
  it.each([
    ['https://user:token@example.com/a/b.git', 'https://example.com/a/b.git'],
    ['https://token@example.com:8443/a/b', 'https://example.com:8443/a/b'],
    ['ssh://git@example.com/a/b.git', 'ssh://git@example.com/a/b.git'],
    ['ssh://ada@example.com:2222/a', 'ssh://example.com:2222/a'],
    ['git@example.com:a/b.git', 'git@example.com:a/b.git'],
    ['ada@example.com:a/b.git', 'example.com:a/b.git'],
  ])('%s is a remote that is shown as %s', (url, shown) => {
    expect(checkGitUrl(url)).toEqual({ kind: 'remote', url, shown });
  });

  it.each([
    ['.', '.'],
    ['/srv/a b', '/srv/a b'],
    ['a:b', 'a:b'],
    ['file:///srv/a%20b', '/srv/a b'],
  ])('%s is the folder %s', (text, path) => expect(checkGitUrl(text)).toEqual({ kind: 'folder', path }));

  it.each([
    '',
    '-u./evil',
    '--upload-pack=evil',
    'ext::sh -c evil',
    'fd::17',
    'https::https://example.com/',
    'http://example.com/a',
    'git://example.com/a',
    'ftp://example.com/a',
    'ssh://-oProxyCommand=evil/a',
    'ssh://%2doProxyCommand=evil/a',
    'ssh://-oProxyCommand=evil@example.com/a',
    'git@-oProxyCommand=evil:a',
    '-oProxyCommand=evil@example.com:a',
    'git@example.com:-u',
    'file://elsewhere/a',
    'https://example.com/a\nb',
    'https://',
  ])('refuses %j', (url) => {
    expect(() => checkGitUrl(url)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

const config = (...entries: readonly (readonly [string, string])[]) => new Map(entries);

describe('repositoryUri', () => {
  it('shows the origin, else the only remote, else the name of the folder', () => {
    const origin = ['remote.origin.url', 'https://example.com/a'] as const;
    const fork = ['remote.fork.url', 'https://example.com/b'] as const;
    expect(repositoryUri(config(fork, origin), '/home/ada/x')).toBe('https://example.com/a');
    expect(repositoryUri(config(fork), '/home/ada/x')).toBe('https://example.com/b');
    expect(repositoryUri(config(fork, ['remote.z.url', 'https://example.com/c']), '/home/ada/x')).toBe('x');
    expect(repositoryUri(config(), '/home/ada/x.git')).toBe('x');
    expect(repositoryUri(config(), '/')).toBe('repository');
  });

  it.each([
    '/home/ada/x',
    '../x',
    'file:///home/ada/x',
    'C:\\x',
    'c:/x',
    'ext::sh -c x',
    'https://a b/',
    'a\u001B[31m',
  ])('never shows %j', (url) => {
    expect(publicUrl(url)).toBe(null);
    expect(repositoryUri(config(['remote.origin.url', url]), '/home/ada/x')).toBe('x');
  });
});
