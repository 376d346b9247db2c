// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRepository, type BuiltRepository } from '@plumbline/adapters/testing/build-repository';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandEnvironment, commandLine } from './plumbline.ts';

// Ctrl-C at any moment: exit 130, no child left, no temporary folder left, the old output untouched.
const repositories = useRepositories();
const [node = '', ...script] = commandLine;

/** Processes whose environment names the folder: those that a run in it has started. */
function startedIn(temporary: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/u.test(pid)) return false;
    try {
      return (
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(temporary) ||
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(temporary)
      );
    } catch {
      return false; // it has ended
    }
  });
}

type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly stderr: string };

async function ended(child: ChildProcess): Promise<Ended> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code, signal] = await once(child, 'close');
  return { code, signal, stderr };
}

/** Waits until the run has made its temporary folder: from then on there is something to clean up. */
async function underWay(temporary: string, child: ChildProcess): Promise<void> {
  while (readdirSync(temporary).length === 0 && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const files = Object.fromEntries(
  Array.from({ length: 3_000 }, (_, index) => [
    `docs/f${index}.md`,
    `# File ${index}\n${'Some words. '.repeat(500)}\n`,
  ]),
);
let large: BuiltRepository;
beforeAll(() => {
  large = buildRepository({ commits: [{ files }] });
});
afterAll(() => large.remove());

describe.runIf(process.platform === 'linux')('ctrl-C', () => {
  test.each([
    ['SIGINT', 0],
    ['SIGINT', 150],
    ['SIGTERM', 60],
  ] as const)('%s %i ms into the reading', async (signal, waitMs) => {
    const [temporary, outputs] = [repositories.folder(), repositories.folder()];
    const output = join(outputs, 'report.json');
    writeFileSync(output, 'old');
    const child = spawn(node, [...script, 'assess', large.path, '--format', 'json', '--output', output], {
      env: { ...commandEnvironment, TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const end = ended(child);
    await underWay(temporary, child);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    child.kill(signal);
    const { code, stderr } = await end;
    expect({ code, bug: stderr.includes('bug') }, stderr).toEqual({ code: 130, bug: false });
    expect(stderr).toContain('interrupted');
    expect(startedIn(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readFileSync(output, 'utf8')).toBe('old');
    expect(readdirSync(outputs)).toEqual(['report.json']);
  });

  test('twice: it ends at once', async () => {
    const temporary = repositories.folder();
    const child = spawn(node, [...script, 'assess', large.path], {
      env: { ...commandEnvironment, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const end = ended(child);
    await underWay(temporary, child);
    child.kill('SIGINT');
    child.kill('SIGINT');
    const { code, signal } = await end;
    expect(code === 130 || signal === 'SIGINT').toBe(true);
    expect(startedIn(temporary)).toEqual([]);
  });
});
