// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandEnvironment, commandLine } from '../scenarios/plumbline.ts';

export type ScriptResult = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
export type Environment = { readonly [name: string]: string };

const root = fileURLToPath(new URL('../..', import.meta.url));
export const gateScript: string = join(root, 'ci', 'gate.sh');
export const hookScript: string = join(root, 'ci', 'pre-commit.sh');

/** Runs a program in a folder, with nothing of this machine's environment but what every program needs. */
export function runScript(
  command: readonly string[],
  cwd: string,
  env: Environment = {},
  timeoutMs = 55_000,
): Promise<ScriptResult> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...commandEnvironment, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
  });
  const streams = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (streams[name] += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...streams }));
  });
}

/** A folder with a program `plumbline` in it: what a checkout of the project has, without its build. */
export function programFolder(folder: string, text: string = realProgram): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'plumbline'), text);
  chmodSync(join(folder, 'plumbline'), 0o755);
  return folder;
}

const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');

/** The program from its sources. */
export const realProgram: string = `#!/bin/sh\nexec ${quoted(commandLine)} "$@"\n`;

/** Writes down how it was called, one line a call with `|` between the words, and ends as \`SCAN\` and \`GATE\` say. */
export const recordingProgram: string = `#!/bin/sh
line=$1
command=$1
shift
for word; do line="$line|$word"; done
printf '%s\\n' "$line" >>"$CALLS"
case $command in
  scan) echo '::error::a file may be called so'; exit "\${SCAN:-0}" ;;
  gate)
    [ "\${REPORTS:-}" != none ] || exit "\${GATE:-0}"
    while [ "$1" != --reports ]; do shift; done
    for file in gate.txt gate.json gate.md gate.sarif gate.junit.xml gate.annotations.txt gate.intoto.json; do
      echo "of $file" >"$2/$file"
    done
    exit "\${GATE:-0}" ;;
esac
`;
