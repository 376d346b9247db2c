// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Kept between runs. */
const cache = process.env['PLUMBLINE_TEST_TOOLS'] ?? join(homedir(), '.cache', 'plumbline-test-tools');

/** The versions that the signers were tested with; docs/dependencies.md names them. */
const clients: readonly string[] = [
  '@aws-sdk/client-kms@3.1161.0',
  '@google-cloud/kms@5.7.0',
  '@azure/keyvault-keys@4.10.2',
  '@azure/identity@4.14.1',
];

/** Installs the clients of the services as a user does, and gives the folder for PLUMBLINE_CLIENTS. */
export async function installKmsClients(): Promise<string> {
  const folder = join(cache, 'kms-clients');
  await unlessInstalled(folder, clients.join('\n'), async () => {
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await execute('npm', ['install', '--prefix', folder, ...quiet, '--save-exact', ...clients], { cwd: folder });
  });
  return folder;
}

/** Installs LocalStack, an implementation of AWS that has nothing to do with us or with the client; gives its folder. */
export async function installLocalstack(): Promise<string> {
  const folder = join(cache, 'localstack');
  const list = fileURLToPath(new URL('fixtures/localstack-requirements.txt', import.meta.url));
  await unlessInstalled(folder, await readFile(list, 'utf8'), async () => {
    await execute('python3', ['-m', 'venv', folder]);
    const quiet = ['--quiet', '--no-input', '--disable-pip-version-check', '--no-deps'];
    await execute(join(folder, 'bin', 'pip'), ['install', ...quiet, '--requirement', list]);
  });
  return folder;
}

async function unlessInstalled(folder: string, wanted: string, install: () => Promise<void>): Promise<void> {
  const stamp = join(folder, 'installed');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await install();
  await writeFile(stamp, wanted);
}
