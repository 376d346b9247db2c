// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const cache = join(
  process.env['PLUMBLINE_TEST_TOOLS'] ?? join(homedir(), '.cache', 'plumbline-test-tools'),
  'generators',
);

/** The versions that the adapters were tested with: program, and where in the folder it lies. */
const pinned = {
  'cyclonedx-npm': { from: 'npm', what: '@cyclonedx/cyclonedx-npm@6.0.1', program: 'node_modules/.bin/cyclonedx-npm' },
  cdxgen: { from: 'npm', what: '@cyclonedx/cdxgen@12.8.4', program: 'node_modules/.bin/cdxgen' },
  'cyclonedx-py': { from: 'pip', what: 'cyclonedx-bom==7.5.0', program: 'bin/cyclonedx-py' },
  syft: { from: 'go', what: 'github.com/anchore/syft/cmd/syft@v1.54.1', program: 'bin/syft' },
} as const;

type Pinned = (typeof pinned)[keyof typeof pinned];

/** Generators that no registry offers to a test, and what that means for them. */
export const notInstalled: { readonly [id: string]: string } = {
  'cyclonedx-gomod': 'its module is not offered by the Go module proxy',
  'cargo-cyclonedx': 'it resolves against the registry of crates, which a test may not ask',
};

/** Installs them where they are not yet, and gives PLUMBLINE_TOOLS for them. One that cannot be installed fails the tests. */
export async function installGenerators(): Promise<string> {
  const programs = join(cache, 'programs');
  await rm(programs, { recursive: true, force: true });
  await mkdir(programs, { recursive: true });
  for (const [id, tool] of Object.entries(pinned)) {
    const folder = join(cache, id);
    const stamp = join(folder, 'installed');
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== tool.what) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      await install(tool, folder);
      await writeFile(stamp, tool.what);
    }
    await symlink(join(folder, tool.program), join(programs, id));
  }
  return programs;
}

async function install({ from, what }: Pinned, folder: string): Promise<void> {
  if (from === 'npm')
    await execute('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', what]);
  if (from === 'pip') {
    await execute('python3', ['-m', 'venv', folder]);
    await execute(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', what]);
  }
  if (from === 'go')
    await execute('go', ['install', what], {
      env: { ...process.env, GOBIN: join(folder, 'bin'), CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '' },
      maxBuffer: 64 * 1024 * 1024,
    });
}
