// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import type { GitConfig } from './read-git-config.ts';

/**
 * How a repository is called in reports: its origin's URL without credentials, else the name of its folder. Never a
 * path of this machine.
 */
export function repositoryUri(config: GitConfig, folder: string): string {
  const remote = config.get('remote.origin.url') ?? onlyRemote(config);
  return (remote === undefined ? null : publicUrl(remote)) ?? folderName(folder);
}

/** A URL that may be shown, or null when it is a path of some machine. User names other than `git` count as secret. */
export function publicUrl(url: string): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be shown
  if (/[\u0000-\u0020\u007F]/u.test(url) || url.length > 2048) return null;
  const parsed = /^(?:https?|ssh|git|git\+ssh|ssh\+git):\/\//iu.test(url) && URL.canParse(url) ? new URL(url) : null;
  if (parsed !== null) {
    parsed.password = '';
    if (!(parsed.username === 'git' && /ssh/u.test(parsed.protocol))) parsed.username = '';
    parsed.search = '';
    parsed.hash = '';
    return parsed.href;
  }
  const scp = /^(?:(?<user>[^@:/]+)@)?(?<host>[A-Za-z0-9.-]{2,}):(?<path>[^:/][^:]*|\/[^/:][^:]*)$/u.exec(url)?.groups;
  if (scp === undefined) return null;
  return `${scp['user'] === 'git' ? 'git@' : ''}${scp['host']}:${scp['path']}`;
}

function onlyRemote(config: GitConfig): string | undefined {
  const urls = [...config].filter(([key]) => /^remote\..*\.url$/su.test(key)).map(([, url]) => url);
  return urls.length === 1 ? urls[0] : undefined;
}

/** The last part of a path, fit to be shown. */
export function folderName(folder: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be shown
  const name = basename(folder)
    .replace(/\.git$/u, '')
    .replaceAll(/[\u0000-\u001F\u007F-\u009F]/gu, '\uFFFD');
  return name === '' ? 'repository' : name;
}
