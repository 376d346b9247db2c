// SPDX-License-Identifier: Apache-2.0
import { basename, dirname } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { ScanInput, ScanOutcome } from '@plumbline/core/scanning/scanner';
import { type Asking, callTool, type ToolCall } from './call-tool.ts';
import { isAnswering } from './is-answering.ts';
import { plainLine } from './failure-of.ts';
import { readToolReport } from './read-tool-report.ts';
import { resultKeys } from './result-keys.ts';
import type { ToolCommand, ToolSetting, ToolSpec } from './tool-spec.ts';

export type Calling = { readonly command: ToolCommand; readonly asking: Asking };

/** Runs a tool as its description says, and reads what it wrote. Throws `interrupted` only. */
export async function runCommand(spec: ToolSpec, setting: ToolSetting, calling: Calling): Promise<ScanOutcome> {
  const { command } = calling;
  const { input, tree } = setting;
  const unreachable = await silentAddress(spec, input);
  if (unreachable !== null) return { ran: false, because: `nothing answers at ${unreachable}` };
  const startedAt = new Date().toISOString();
  const keys = resultKeys();
  if (command.honouring !== undefined) {
    const honoured = await callTool(callOf(spec, command.honouring, { setting, calling }));
    if (honoured.state === 'failed') return refused(honoured.because, input.signal);
    const read = await readToolReport(honoured.report, spec, { tree, take: keys.keep });
    if (read.state === 'failed') return { ran: false, because: read.because };
  }
  const answer = await callTool(callOf(spec, command.args, { setting, calling }));
  if (answer.state === 'failed') return refused(answer.because, input.signal);
  const silent = await silentAddress(spec, input);
  if (silent !== null) return { ran: false, because: `${silent} stopped answering while it was scanned` };
  const refusal = spec.refuse?.(Buffer.from(answer.report).toString('utf8')) ?? null;
  if (refusal !== null) return { ran: false, because: refusal };
  const take = command.honouring === undefined ? input.take : keys.marking(input.take);
  const read = await readToolReport(answer.report, spec, { tree, take });
  if (read.state === 'failed') return { ran: false, because: read.because };
  const elsewhere = aboutAnother(read.report, spec, input);
  if (elsewhere !== null) return { ran: false, because: elsewhere };
  const problems = [...read.report.problems, ...complaintsOf(spec, answer.stderr)];
  return {
    ran: true,
    report: { ...boundReport({ ...read.report, problems }, spec, { setting, calling }), startedAt },
    raw: answer.report,
    command: shownCommand(spec, command.args, setting),
    ...(command.history === true ? { history: true } : {}),
  };
}

/** The address that a dynamic scanner is to test and that does not answer; null when there is none such. */
async function silentAddress({ purposes }: ToolSpec, { target }: ScanInput): Promise<string | null> {
  if (!purposes.includes('dast')) return null;
  for (const address of target.webAddresses) if (!(await isAnswering(address))) return address;
  return null;
}

type Running = { readonly setting: ToolSetting; readonly calling: Calling };

function callOf(spec: ToolSpec, args: readonly string[], { setting, calling }: Running): ToolCall {
  const { command, asking } = calling;
  return {
    ...asking,
    environment: { ...asking.environment, ...command.environment },
    workingDirectory: command.startsAbove === true ? dirname(setting.tree) : asking.workingDirectory,
    args,
    bounds: setting.input.bounds,
    spec,
    ...(command.report === 'file' ? { reportFile: setting.reportFile } : {}),
  };
}

/** What only the one who ran the tool knows. */
function boundReport(report: ToolReport, spec: ToolSpec, { setting, calling }: Running): ToolReport {
  const { commit } = setting.input.repository;
  const { ruleSet, purposes } = calling.command;
  return {
    ...report,
    tool: spec.tool,
    toolVersion: setting.version,
    ...(ruleSet === undefined ? {} : { ruleSet }),
    purposes: purposes ?? spec.purposes,
    commit: commit === '' ? null : commit,
    // Its exit code says that it came to its end, unless its own words say otherwise.
    completed: report.completed !== false && report.problems.length === 0,
    finishedAt: new Date().toISOString(),
  };
}

function aboutAnother({ commit }: ToolReport, { tool }: ToolSpec, { repository }: ScanInput): string | null {
  if (commit === null || commit === repository.commit) return null;
  return `the report of ${tool} is about commit ${commit.slice(0, 12)}, not the scanned one`;
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
