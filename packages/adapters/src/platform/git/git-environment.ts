// SPDX-License-Identifier: Apache-2.0
import { devNull } from 'node:os';
import { delimiter, isAbsolute } from 'node:path';

/**
 * The whole environment of a git process that reads a repository. No configuration of the machine or the user is read,
 * nothing is asked of a terminal, nothing is written, replacement objects and grafts do not alter history, and no
 * transport may be used: git before 2.44 knows no GIT_NO_LAZY_FETCH, so a missing object of a partial clone must meet an
 * empty list of protocols instead.
 */
export function gitEnvironment(gitDirectory: string): { readonly [name: string]: string } {
  return {
    ...baseEnvironment(),
    GIT_DIR: gitDirectory,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_GRAFT_FILE: devNull,
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
  };
}

/** What every git process gets, cloning included. */
export function baseEnvironment(): { readonly [name: string]: string } {
  return {
    PATH: safePath(process.env['PATH'] ?? ''),
    ...inherited('SystemRoot'),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PROTOCOL_FROM_USER: '0',
  };
}

/** Variables of this process, where they are set. */
export function inherited(...names: readonly string[]): { readonly [name: string]: string } {
  return Object.fromEntries(names.flatMap((name) => pairs(name, process.env[name])));
}

function pairs(name: string, value: string | undefined): readonly (readonly [string, string])[] {
  return value === undefined || value === '' ? [] : [[name, value]];
}

/** Relative entries of PATH would let the current folder, perhaps the repository itself, supply `git`. */
function safePath(path: string): string {
  return path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry))
    .join(delimiter);
}
