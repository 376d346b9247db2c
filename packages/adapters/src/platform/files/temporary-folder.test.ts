// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createTemporaryFolder } from './temporary-folder.ts';

it('makes a folder for this user alone, and removes it with what is in it', async () => {
  const folder = await createTemporaryFolder();
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder.path, 'file'), '');
  await folder.remove();
  expect(existsSync(folder.path)).toBe(false);
  await folder.remove();
});

it('leaves nothing behind when the process exits early', () => {
  const watched = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-test-'));
  const module = fileURLToPath(new URL('temporary-folder.ts', import.meta.url));
  const script = `const { createTemporaryFolder } = await import(${JSON.stringify(module)});
    console.log((await createTemporaryFolder()).path); process.exit(3);`;
  let printed = '';
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { TMPDIR: watched }, stdio: 'pipe' });
  } catch (error) {
    printed = String((error as { stdout: Buffer }).stdout); // it exits with 3
  }
  expect(printed.startsWith(watched)).toBe(true);
  expect(readdirSync(watched)).toEqual([]);
  rmSync(watched, { recursive: true });
});
