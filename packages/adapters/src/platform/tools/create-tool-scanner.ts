// SPDX-License-Identifier: Apache-2.0
import { basename, dirname, join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { ScanInput, ScanOutcome, Scanner, ScannerVersion } from '@plumbline/core/scanning/scanner';
import { createFolder } from '../files/create-folder.ts';
import { createTemporaryFolder } from '../files/temporary-folder.ts';
import { plainLine } from './failure-of.ts';
import { findProgram } from './find-program.ts';
import { readToolReport } from './read-tool-report.ts';
import { goBuildVersion } from './go-build-version.ts';
import { resultKeys } from './result-keys.ts';
import { callTool, type ToolCall } from './call-tool.ts';
import { toolEnvironment } from './tool-environment.ts';
import type { ToolCommand, ToolSetting, ToolSpec } from './tool-spec.ts';

const versionTimeoutMs = 60_000;

/** A scanner that runs an external tool. */
export function createToolScanner(spec: ToolSpec): Scanner {
  const { id, title, tool, purposes, needs, bounds, plan } = spec;
  return {
    id,
    title,
    tool,
    purposes,
    embedded: false,
    needs,
    bounds,
    plan,
    version: (signal, untrustedFolders = []) => versionOf(spec, signal, untrustedFolders),
    run: (input) => run(spec, input),
  };
}

async function locate(spec: ToolSpec, untrustedFolders: readonly string[]): Promise<string | ScannerVersion> {
  const found = await findProgram(spec.programs, untrustedFolders);
  if (found.state === 'found') return found.path;
  const because =
    found.refused === null
      ? `there is no ${spec.programs.join(' or ')} on the PATH`
      : `the only ${spec.programs[0]} lies inside of what is scanned, and nothing of that is run`;
  return { state: 'missing', because, resolve: `To have it, ${spec.install}` };
}

async function versionOf(
  spec: ToolSpec,
  signal: CancelSignal,
  untrustedFolders: readonly string[],
): Promise<ScannerVersion> {
  const program = await locate(spec, untrustedFolders);
  if (typeof program !== 'string') return program;
  const scratch = await createTemporaryFolder();
  try {
    const wish = { program, scratchFolder: scratch.path, untrustedFolders, offline: true };
    const environment = { ...(await toolEnvironment(wish)), ...spec.environment };
    return await askVersion(spec, { program, environment, workingDirectory: scratch.path, signal });
  } finally {
    await scratch.remove();
  }
}

type Asking = Pick<ToolCall, 'program' | 'environment' | 'workingDirectory' | 'signal'>;

async function askVersion(spec: ToolSpec, asking: Asking): Promise<ScannerVersion> {
  const { args, pattern, goModule } = spec.version;
  const bounds = { ...spec.bounds, timeoutMs: Math.min(versionTimeoutMs, spec.bounds.timeoutMs) };
  const answer = await callTool({ ...asking, args, bounds, spec: { ...spec, finished: [0] } });
  const resolve = `Install ${spec.tool} again: ${spec.install}`;
  if (answer.state === 'failed') return { state: 'missing', because: `${asking.program}: ${answer.because}`, resolve };
  // Some write it to standard error.
  const said = pattern.exec(`${answer.stdout.toString('utf8').slice(0, 8192)}\n${answer.stderr}`)?.[1];
  const version = said ?? (goModule === undefined ? null : await goBuildVersion(asking.program, goModule));
  if (version !== null) return { state: 'found', version };
  return { state: 'missing', because: `${asking.program} does not say which version it is`, resolve };
}

async function run(spec: ToolSpec, input: ScanInput): Promise<ScanOutcome> {
  const untrustedFolders = input.untrustedFolders ?? [];
  const program = await locate(spec, untrustedFolders);
  if (typeof program !== 'string') return { ran: false, because: `${spec.tool} is missing` };
  if (spec.needs.includes('work-tree') && input.workTree === null)
    return { ran: false, because: `${spec.tool} needs the files in a folder, and there is none` };
  const folder = join(input.scratchFolder, 'settings');
  const workingDirectory = join(input.scratchFolder, 'empty');
  await createFolder(folder);
  await createFolder(workingDirectory);
  const wish = { program, scratchFolder: input.scratchFolder, untrustedFolders, offline: input.offline };
  const environment = { ...(await toolEnvironment(wish)), ...spec.environment };
  const asking: Asking = { program, environment, workingDirectory, signal: input.signal };
  const version = await askVersion(spec, asking);
  if (version.state === 'missing') return { ran: false, because: version.because };
  const setting: ToolSetting = {
    input,
    tree: input.workTree ?? '',
    folder,
    reportFile: join(input.scratchFolder, 'report'),
    version: version.version,
  };
  const command = await spec.command(setting);
  if ('cannot' in command) return { ran: false, because: command.cannot };
  return report(spec, setting, { command, asking });
}

type Calling = { readonly command: ToolCommand; readonly asking: Asking };

async function report(spec: ToolSpec, setting: ToolSetting, { command, asking }: Calling): Promise<ScanOutcome> {
  const { input, tree } = setting;
  const startedAt = new Date().toISOString();
  const call = (args: readonly string[]): ToolCall => ({
    ...asking,
    environment: { ...asking.environment, ...command.environment },
    workingDirectory: command.startsAbove === true ? dirname(tree) : asking.workingDirectory,
    args,
    bounds: input.bounds,
    spec,
    ...(command.report === 'file' ? { reportFile: setting.reportFile } : {}),
  });
  const keys = resultKeys();
  if (command.honouring !== undefined) {
    const honoured = await callTool(call(command.honouring));
    if (honoured.state === 'failed') return refused(honoured.because, input.signal);
    const read = await readToolReport(honoured.report, spec, { tree, take: keys.keep });
    if (read.state === 'failed') return { ran: false, because: read.because };
  }
  const answer = await callTool(call(command.args));
  if (answer.state === 'failed') return refused(answer.because, input.signal);
  const refusal = spec.refuse?.(Buffer.from(answer.report).toString('utf8')) ?? null;
  if (refusal !== null) return { ran: false, because: refusal };
  const take = command.honouring === undefined ? input.take : keys.marking(input.take);
  const read = await readToolReport(answer.report, spec, { tree, take });
  if (read.state === 'failed') return { ran: false, because: read.because };
  const problems = [...read.report.problems, ...complaintsOf(spec, answer.stderr)];
  const { commit } = read.report;
  if (commit !== null && commit !== input.repository.commit)
    return {
      ran: false,
      because: `the report of ${spec.tool} is about commit ${commit.slice(0, 12)}, not the scanned one`,
    };
  return {
    ran: true,
    report: {
      ...read.report,
      tool: spec.tool,
      toolVersion: setting.version,
      ...(command.ruleSet === undefined ? {} : { ruleSet: command.ruleSet }),
      purposes: command.purposes ?? spec.purposes,
      commit: input.repository.commit === '' ? null : input.repository.commit,
      // Its exit code says that it came to its end, unless its own words say otherwise.
      completed: read.report.completed !== false && problems.length === 0,
      problems,
      startedAt,
      finishedAt: new Date().toISOString(),
    },
    raw: answer.report,
    command: shownCommand(spec, command.args, setting),
    ...(command.history === true ? { history: true } : {}),
  };
}

function complaintsOf({ complaint }: ToolSpec, stderr: string): readonly string[] {
  if (complaint === undefined) return [];
  return stderr.split('\n').flatMap((line) => (complaint.test(line.slice(0, 1000)) ? [plainLine(line)] : []));
}

function refused(because: string, signal: CancelSignal): ScanOutcome {
  if (signal.aborted) throw new PlumblineError('interrupted', 'The scan was interrupted');
  return { ran: false, because };
}

/** What was called, without our folders. */
function shownCommand(spec: ToolSpec, args: readonly string[], { tree, input }: ToolSetting): readonly string[] {
  const plain = (arg: string): string => {
    const shown =
      tree === '' ? arg : arg.replaceAll(`${tree}/`, '').replaceAll(tree, '.').replaceAll(basename(tree), '.');
    const inside = input.gitDirectory === null ? shown : shown.replaceAll(input.gitDirectory, '.');
    const ours = inside.replaceAll(`${input.scratchFolder}/`, '');
    return input.rules === undefined ? ours : ours.replaceAll(input.rules, basename(input.rules));
  };
  return [spec.id, ...args.map(plain)];
}
