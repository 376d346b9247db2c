// SPDX-License-Identifier: Apache-2.0
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/**
 * Where feeds are kept: the folder that the user names, else PLUMBLINE_FEEDS, else below the user's cache folder (XDG Base
 * Directory): feeds are about no repository, and all repositories of a user share them (docs/decisions/0006-feeds.md).
 */
export function feedsFolder(named: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = named ?? environment['PLUMBLINE_FEEDS'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  const cache = environment['XDG_CACHE_HOME'];
  // The specification: a path that is not absolute is to be ignored
  return join(cache !== undefined && isAbsolute(cache) ? cache : join(homedir(), '.cache'), 'plumbline', 'feeds');
}
