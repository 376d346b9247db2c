// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const cache = process.env['PLUMBLINE_TEST_TOOLS'] ?? join(homedir(), '.cache', 'plumbline-test-tools');

/** A program of a pinned version, `example.com/tool/cmd/tool@v1.0.0`; installed on first use, in a folder that bears the version. */
export async function installGoProgram(module: string): Promise<string> {
  const [path = '', version = ''] = module.split('@');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = join(cache, `${name}-${version}`, 'bin');
  const program = join(folder, name);
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  await promisify(execFile)('go', ['install', module], {
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return program;
}
