// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callService } from './call-service.ts';
import { clientFolders } from './client-folders.ts';
import { loadClient } from './load-client.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-clients-')));
  vi.stubEnv('PLUMBLINE_CLIENTS', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** A package `client` in a folder of modules, which says where it lies. */
function install(modules: string, content = `exports.from = ${JSON.stringify(modules)};`): string {
  const folder = join(root, modules, '@maker', 'client');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"@maker/client","main":"main.js"}');
  writeFileSync(join(folder, 'main.js'), content);
  return join(root, modules);
}

/** The command, installed in a folder of modules. */
function command(modules: string): string {
  const folder = join(root, modules, 'plumbline');
  mkdirSync(join(folder, 'bundle'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"plumbline"}');
  return join(folder, 'bundle', 'main.js');
}

describe('where clients are loaded from', () => {
  test('beside the command, and from the folder that the user names before that', () => {
    const own = command('lib/node_modules');
    install('lib/node_modules');
    expect(loadClient('@maker/client', clientFolders(own))).toEqual({ from: 'lib/node_modules' });
    install('named/node_modules');
    vi.stubEnv('PLUMBLINE_CLIENTS', join(root, 'named'));
    expect(loadClient('@maker/client', clientFolders(own))).toEqual({ from: 'named/node_modules' });
  });

  test('a command in a scope is beside the packages outside of the scope', () => {
    const own = command('lib/node_modules/@scope');
    expect(clientFolders(own)).toEqual([
      join(root, 'lib/node_modules/@scope/plumbline/node_modules'),
      join(root, 'lib/node_modules'),
    ]);
  });

  test('not from a folder above the command, which Node itself would search', () => {
    const own = command('repository/tools');
    install('repository/node_modules');
    install('node_modules');
    expect(() => loadClient('@maker/client', clientFolders(own))).toThrow('@maker/client is not installed');
  });

  test('not from the current folder', () => {
    install('repository/node_modules');
    vi.spyOn(process, 'cwd').mockReturnValue(join(root, 'repository'));
    expect(() => loadClient('@maker/client', clientFolders(command('lib/node_modules')))).toThrow('is not installed');
  });

  test('a relative path is refused', () => {
    vi.stubEnv('PLUMBLINE_CLIENTS', 'clients');
    expect(() => clientFolders()).toThrow('absolute');
  });
});

test('one that is missing or broken: what to install', () => {
  const expected = { code: 'tool-missing', next: expect.stringContaining('npm install --prefix FOLDER @maker/client') };
  expect(() => loadClient('@maker/client', [])).toThrow(expect.objectContaining(expected));
  const modules = install('node_modules', "throw new Error('of another Node')");
  expect(() => loadClient('@maker/client', [modules])).toThrow(expect.objectContaining(expected));
});

test('what a service says is one line of bounded length', async () => {
  const said = callService('A service', () => Promise.reject(new TypeError(`no\n\n${'x'.repeat(1000)}`)));
  await expect(said).rejects.toMatchObject({
    code: 'signing-failed',
    message: expect.stringMatching(/^A service: TypeError: no x{1,300}$/u),
  });
});
