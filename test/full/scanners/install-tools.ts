// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pinnedTools, type PinnedTool } from './pinned-tools.ts';

const execute = promisify(execFile);

/** Kept between runs: a version that is there is not installed again. */
const cache = process.env['PLUMBLINE_TEST_TOOLS'] ?? join(homedir(), '.cache', 'plumbline-test-tools');

/** Installs what is pinned, and gives PLUMBLINE_TOOLS for it. A tool that cannot be installed fails the tests. */
export async function installTools(): Promise<string> {
  await mkdir(cache, { recursive: true });
  const [pip, go] = [pinnedTools.filter(({ from }) => from === 'pip'), pinnedTools.filter(({ from }) => from === 'go')];
  // Two at a time: pip waits for the network while the Go compiler works.
  await Promise.all([installAll(pip), installAll(go)]);
  return linkPrograms();
}

/** One folder with a link to each program: some tools bring others of another version in their own folders. */
async function linkPrograms(): Promise<string> {
  const programs = join(cache, 'programs');
  await rm(programs, { recursive: true, force: true });
  await mkdir(programs);
  for (const tool of pinnedTools)
    await symlink(join(folderOf(tool), 'bin', tool.scanner), join(programs, tool.scanner));
  return programs;
}

async function installAll(tools: readonly PinnedTool[]): Promise<void> {
  for (const tool of tools) {
    const stamp = join(folderOf(tool), 'installed');
    const wanted = JSON.stringify(tool);
    if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) continue;
    await rm(folderOf(tool), { recursive: true, force: true });
    await (tool.from === 'pip' ? installWithPip(tool) : installWithGo(tool));
    await writeFile(stamp, wanted);
  }
}

const folderOf = ({ scanner }: PinnedTool): string => join(cache, scanner);

async function installWithPip(tool: Extract<PinnedTool, { readonly from: 'pip' }>): Promise<void> {
  const folder = folderOf(tool);
  await execute('python3', ['-m', 'venv', folder]);
  const requirements = join(folder, 'requirements.txt');
  const hash = tool.sha256 === undefined ? '' : ` --hash=sha256:${tool.sha256}`;
  await writeFile(requirements, `${tool.requirement}${hash}\n`);
  const quiet = ['--quiet', '--no-input', '--disable-pip-version-check'];
  await execute(join(folder, 'bin', 'pip'), ['install', ...quiet, '--requirement', requirements]);
}

async function installWithGo(tool: Extract<PinnedTool, { readonly from: 'go' }>): Promise<void> {
  const folder = join(folderOf(tool), 'bin');
  await mkdir(folder, { recursive: true });
  await execute('go', ['install', tool.module], {
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '' },
    maxBuffer: 64 * 1024 * 1024,
  });
}
