// SPDX-License-Identifier: Apache-2.0
import type { OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { scanTargetOf } from '@plumbline/adapters/platform/paths/scan-target-of';
import { PlumblineError } from '@plumbline/core/errors';
import { importedResults } from '@plumbline/findings/stored/import-lines';
import type { Severity } from '@plumbline/core/findings/severity';
import { planScan } from '@plumbline/engine/scan/plan-scan';
import type { PlannedTool } from '@plumbline/engine/scan/planned-tool';
import { runScan } from '@plumbline/engine/scan/run-scan';
import type { ResultsOf, ScanView } from '@plumbline/reports/scan/scan-view';
import type { StateStore } from '@plumbline/core/state/state-store';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { deliverScan, type DeliverOptions } from './deliver-scan.ts';
import { parseWebAddress } from './parse-web-address.ts';
import { openScan, type ScannedFiles } from './open-scan.ts';
import { parseFailOn, parseRules, parseTimeout, parseTools } from './scan-options.ts';
import { createScanPorts } from './scan-ports.ts';
import { planView, scanView } from './scan-view-of.ts';
import { scannersFor } from './scanners-for.ts';
import { scannedBefore } from './scanned-before.ts';
import { availableParallelism } from 'node:os';

export type RunScanOptions = DeliverOptions &
  ScannedFiles & {
    readonly plan?: boolean;
    readonly once?: boolean;
    readonly with?: string;
    readonly without?: string;
    readonly url?: string;
    readonly rules?: readonly string[];
    readonly history?: boolean;
    readonly timeout?: string;
    readonly failOn?: string;
    readonly feeds?: string;
  };

/**
 * `plumbline scan`: exit 0 when all that was asked for ran, 3 when something of it could not; with `--fail-on` 1 for a result
 * that fails, before that.
 */
export async function runScanCommand(target: string, options: RunScanOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.plan === true && options.sarif !== undefined)
    throw new PlumblineError('usage', 'a plan has no results to write', { next: 'Leave out --plan or --sarif' });
  const address = options.url === undefined ? [] : [parseWebAddress(options.url)];
  const scanning = {
    wish: { with: parseTools(options.with), without: parseTools(options.without), offline: options.offline ?? false },
    rules: parseRules(options.rules),
    timeoutMs: parseTimeout(options.timeout),
  };
  const failOn = parseFailOn(options.failOn);
  const open = await openScan(target, options, terminal);
  const { repository } = open;
  try {
    const state = options.plan === true ? null : await open.state();
    terminal.progress('looking which tools there are');
    const plan = await planScan({
      scanners: await scannersFor(repository, {
        named: new Set([...scanning.wish.with, ...scanning.wish.without]),
        quick: options.staged === true,
        feeds: options.feeds,
        signal: terminal.signal,
      }),
      target: scanTargetOf(repository.snapshot, address),
      wish: scanning.wish,
      untrustedFolders: repository.root === null ? [] : [repository.root],
      parallel: availableParallelism(),
      signal: terminal.signal,
    });
    if (state === null) return await deliverPlan(plan, repository, { options, terminal });
    const { commit, dirty } = repository.snapshot;
    if (options.once === true && dirty !== true && (await scannedBefore(plan, state, commit))) {
      terminal.message(`${commit} was scanned before: its results are kept`);
      return exitCodes.done;
    }
    const scanned = await scan({ ...scanning, plan, repository, state, address }, options, terminal);
    await deliverScan(scanned.view, scanned.resultsOf, { options, terminal });
    return failOn === null ? exitCodeOf(scanned.view) : (failureOf(scanned.view, failOn) ?? exitCodeOf(scanned.view));
  } finally {
    terminal.progress('');
    await open.close();
  }
}

/** A result fails, or nobody can say that none does; null where neither is so. */
function failureOf({ tools }: ScanView, failOn: ReadonlySet<Severity>): ExitCode | null {
  const runs = tools.flatMap((tool) => (tool.state === 'ran' ? tool.runs : []));
  if (runs.some(({ open }) => [...failOn].some((severity) => open[severity] > 0))) return exitCodes.failed;
  const unsure = tools.some(({ state }) => state === 'did-not-run') || runs.some(({ completed }) => completed !== true);
  return unsure ? exitCodes.couldNotAssess : null;
}

type Doing = { readonly options: RunScanOptions; readonly terminal: Terminal };

async function deliverPlan(
  plan: readonly PlannedTool[],
  repository: OpenRepository,
  { options, terminal }: Doing,
): Promise<ExitCode> {
  const view = planView(plan, repository);
  await deliverScan(view, null, { options, terminal });
  return exitCodeOf(view);
}

/** Something that was asked for is not there, or did not run to its end. */
function exitCodeOf({ tools }: ScanView): ExitCode {
  const lacking = tools.some(
    (tool) =>
      tool.asked &&
      (tool.state === 'missing' ||
        tool.state === 'did-not-run' ||
        (tool.state === 'ran' && tool.runs.some(({ completed }) => completed !== true))),
  );
  return lacking ? exitCodes.couldNotAssess : exitCodes.done;
}

type Wanted = {
  readonly plan: readonly PlannedTool[];
  readonly repository: OpenRepository;
  readonly state: StateStore;
  readonly rules: ReadonlyMap<string, string>;
  readonly timeoutMs: number | null;
  readonly address: readonly string[];
};

async function scan(
  { plan, repository, state, rules, timeoutMs, address }: Wanted,
  { history, offline }: RunScanOptions,
  terminal: Terminal,
): Promise<{ readonly view: ScanView; readonly resultsOf: ResultsOf }> {
  const { ports, close } = createScanPorts(repository, terminal);
  try {
    const { entry, kept } = await runScan({
      plan,
      target: scanTargetOf(repository.snapshot, address),
      repository: repository.snapshot,
      gitDirectory: history === true ? repository.gitDirectory : null,
      shallow: repository.shallow,
      state,
      offline: offline ?? false,
      untrustedFolders: repository.root === null ? [] : [repository.root],
      rules,
      timeoutMs,
      parallel: availableParallelism(),
      signal: terminal.signal,
      ports,
    });
    const entries = new Map(kept.map((one) => [one.scanner, one.entry]));
    async function* resultsOf(id: string, run?: number): AsyncIterable<ToolResult> {
      const imported = entries.get(id);
      if (imported === undefined) return;
      for await (const [index, result] of importedResults(state, imported)) {
        if (run === undefined || run === index) yield result;
      }
    }
    return { view: scanView(plan, { entry, kept }, repository), resultsOf };
  } finally {
    await close();
  }
}
