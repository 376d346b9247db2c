// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import type { GateResultEntry } from '@plumbline/core/state/gate-result-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { endOfDay } from '../options/end-of-day.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { checkBroughtPolicy } from './check-brought-policy.ts';
import { choosePolicy } from './choose-policy.ts';
import { collectForGate } from './collect-for-gate.ts';
import { decideChange } from './decide-change.ts';
import { compilePolicyText } from './load-policy.ts';
import { openChange } from './open-change.ts';
import { renderDecision, renderStatement, type GateFormat } from './render-decision.ts';
import { writeReports } from './write-reports.ts';

export type RunGateOptions = {
  readonly policy?: string;
  readonly baseline?: string;
  readonly warnOnly?: boolean;
  readonly simulate?: string;
  readonly asOf?: string;
  readonly state?: string;
  readonly feeds?: string;
  readonly output?: string;
  readonly statement?: string;
  readonly reports?: string;
  readonly verbose?: boolean;
  readonly format: GateFormat;
};

const exitOf: { readonly [O in GateDecision['outcome']]: ExitCode } = {
  passed: exitCodes.done,
  failed: exitCodes.failed,
  'could-not-assess': exitCodes.couldNotAssess,
};

/** `plumbline gate`: decides, keeps the decision, and says so by its exit code. */
export async function runGate(target: string, options: RunGateOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.simulate !== undefined) {
    const { runSimulation } = await import('./run-simulation.ts');
    return runSimulation(target, { ...options, simulate: options.simulate }, terminal);
  }
  const decision = await decideTarget(target, options, terminal);
  const { output, verbose = false, format, warnOnly = false } = options;
  const report = await renderDecision(decision, format, terminal, { verbose, toFile: output !== undefined });
  await deliver(report, output, terminal);
  if (options.statement !== undefined) await deliver(await renderStatement(decision), options.statement, terminal);
  if (options.reports !== undefined) await writeReports(decision, options.reports, terminal);
  if (warnOnly && decision.outcome !== 'passed') terminal.message(`--warn-only: ${decision.outcome}, and passed on`);
  return warnOnly ? exitCodes.done : exitOf[decision.outcome];
}

async function decideTarget(target: string, options: RunGateOptions, terminal: Terminal): Promise<GateDecision> {
  const { baseline, feeds } = options;
  const { signal } = terminal;
  const open = await openChange(target, { signal, ...(baseline === undefined ? {} : { baseline }) });
  try {
    const state = stateOfRepository(open.head, options.state);
    const asOf = endOfDay(options.asOf, new Date());
    const repository = open.base ?? open.head;
    const collecting = { state, feeds, asOf, signal };
    const trusted = await collectForGate(repository, { ...collecting, kinds: ['plumbline-config'] });
    const chosen = await choosePolicy(options.policy, { repository, evidence: trusted });
    if (chosen.note !== null) terminal.message(chosen.note);
    const policy = await compilePolicyText(chosen);
    if (options.policy === undefined) await checkBroughtPolicy(open, collecting);
    const catalog = await createCatalogSource().catalog('ssdf-1.1');
    const decision = await decideChange(open, { policy, trusted, catalog, ...collecting });
    await keepDecision(state, decision);
    return decision;
  } finally {
    await open.close();
  }
}

async function keepDecision(state: StateStore, decision: GateDecision): Promise<void> {
  const entry: GateResultEntry = {
    schema: 1,
    what: 'decision',
    commit: decision.subject.commit,
    base: decision.subject.base,
    decidedAt: new Date().toISOString(),
    outcome: decision.outcome,
    policy: decision.policy.digest,
    rules: decision.rules.map(({ rule, outcome, enforced }) => ({ rule, outcome, enforced })),
    statement: await renderStatement(decision),
  };
  await state.add('gate-results', entry);
}
