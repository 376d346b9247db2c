// SPDX-License-Identifier: Apache-2.0
import { runProgram } from '@plumbline/adapters/platform/process/run-program';
import type { Program } from '@plumbline/adapters/platform/process/start-program';
import type { GateNeed } from '@plumbline/core/facts/records/gate-policy-record';

/** How a pipeline ended: at which command, with which exit code. */
export type PipelineEnd = { readonly code: number | null; readonly command: string; readonly output: string };

export type PipelineOptions = {
  readonly folder: string;
  readonly base: string;
  /** The user's own commands, run by a shell; the program's own scan and gate when there are none. */
  readonly commands: readonly string[];
  readonly scanArguments: readonly string[];
  readonly gateArguments: readonly string[];
  readonly signal: AbortSignal;
};

const timeoutMs = 30 * 60_000;
const outputBytesMax = 4 * 1024 * 1024;

/** Which of our scanners show a kind of weakness: those that an attacker would have to keep from running. */
const scannersOf: { readonly [N in GateNeed]?: string } = {
  sast: 'plumbline-code',
  'secret-scan': 'plumbline-secrets',
};

/** Runs the pipeline's commands one after the other, until one fails. `disables`: kinds of tools that do not run. */
export async function runPipeline(options: PipelineOptions, disables: readonly GateNeed[]): Promise<PipelineEnd> {
  const programs =
    options.commands.length > 0
      ? options.commands.map((command) => shell(command, options, disables))
      : own(options, disables);
  let last: PipelineEnd = { code: 0, command: '', output: '' };
  for (const { program, shown } of programs) {
    const result = await runProgram(program, { stdoutBytesMax: outputBytesMax, timeoutMs, signal: options.signal });
    const code = result.end === 'exited' ? result.code : null;
    const output = result.end === 'exited' ? result.stdout.toString() : result.end;
    last = { code, command: shown, output: `${output}\n${result.stderr}`.trim() };
    if (code !== 0) return last;
  }
  return last;
}

/** The scanners that show these kinds of weaknesses, with commas between them. */
const disabled = (needs: readonly GateNeed[]): string => needs.flatMap((need) => scannersOf[need] ?? []).join(',');

type Shown = { readonly program: Program; readonly shown: string };

function shell(command: string, { folder, base }: PipelineOptions, disables: readonly GateNeed[]): Shown {
  // The commands are the user's own, as in his pipeline: they get his environment.
  const told = { PLUMBLINE_BASE: base, PLUMBLINE_WITHOUT: disabled(disables) };
  const environment = { ...stringsOf(process.env), ...told };
  return { program: { command: 'sh', args: ['-c', command], environment, workingDirectory: folder }, shown: command };
}

/** `scan` and `gate` of this very program. */
function own(
  { folder, base, scanArguments, gateArguments }: PipelineOptions,
  disables: readonly GateNeed[],
): readonly Shown[] {
  const without = disabled(disables);
  return [
    self(folder, ['scan', '.', '--offline', ...scanArguments, ...(without === '' ? [] : ['--without', without])]),
    self(folder, ['gate', '.', '--baseline', base, ...gateArguments]),
  ];
}

/** This program again, as it was started, bundled or from its sources. */
export function self(folder: string, args: readonly string[]): Shown {
  const [, script = ''] = process.argv;
  return {
    program: {
      command: process.execPath,
      args: [...process.execArgv, script, ...args],
      environment: stringsOf(process.env),
      workingDirectory: folder,
    },
    shown: `plumbline ${args.join(' ')}`,
  };
}

const stringsOf = (environment: NodeJS.ProcessEnv): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
