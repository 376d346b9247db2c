// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { firstParents, type LineCommit } from '@plumbline/adapters/platform/git/first-parents';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import { PlumblineError } from '@plumbline/core/errors';
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import type { StateStore } from '@plumbline/core/state/state-store';
import { runsOnCommit } from '@plumbline/engine/gate/runs-on-commit';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { endOfDay } from '../options/end-of-day.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { choosePolicy } from './choose-policy.ts';
import { collectForGate } from './collect-for-gate.ts';
import { decideChange, type DecideOptions } from './decide-change.ts';
import { compilePolicyText } from './load-policy.ts';
import { openChange } from './open-change.ts';
import { renderSimulation, type Simulated } from './render-simulation.ts';
import type { RunGateOptions } from './run-gate.ts';

const commitsMax = 500;

type SimulationOptions = RunGateOptions & { readonly simulate: string };

/**
 * `plumbline gate --simulate N`: what today's policy would have decided over the last N commits of the branch, each against
 * the one before it, from the results that are stored for it. A commit without any could not be assessed. Exit 0: nothing is
 * let through or held back by it.
 */
export async function runSimulation(target: string, options: SimulationOptions, terminal: Terminal): Promise<ExitCode> {
  const count = Number(options.simulate);
  if (!Number.isInteger(count) || count < 1 || count > commitsMax)
    throw new PlumblineError('usage', `--simulate takes a number of commits, 1 to ${commitsMax}`);
  const { signal } = terminal;
  const now = await openChange(target, { signal });
  try {
    const state = stateOfRepository(now.head, options.state);
    const collecting = { state, feeds: options.feeds, asOf: endOfDay(options.asOf, new Date()), signal };
    const trusted = await collectForGate(now.head, { ...collecting, kinds: ['plumbline-config'] });
    const chosen = await choosePolicy(options.policy, { repository: now.head, evidence: trusted });
    const policy = await compilePolicyText(chosen);
    const catalog = await createCatalogSource().catalog('ssdf-1.1');
    const deciding: DecideOptions = { policy, trusted, catalog, ...collecting };
    const line = await firstParents(now.gitDirectory, { head: now.head.snapshot.commit, count }, signal);
    const simulated: Simulated[] = [];
    for (const [index, commit] of line.entries()) {
      terminal.progress(`commit ${index + 1} of ${line.length}`);
      simulated.push(await simulate(target, commit, { deciding, state, shallow: now.head.shallow }));
    }
    terminal.progress('');
    const text = renderSimulation(simulated, { policy: policy.from, format: options.format, style: terminal.style });
    await deliver(text, options.output, terminal);
    return exitCodes.done;
  } finally {
    await now.close();
  }
}

async function simulate(
  target: string,
  { commit, parent }: LineCommit,
  {
    deciding,
    state,
    shallow,
  }: { readonly deciding: DecideOptions; readonly state: StateStore; readonly shallow: boolean },
): Promise<Simulated> {
  const unknown = (because: string): Simulated => ({ commit, outcome: 'could-not-assess', because, broken: [] });
  if ((await runsOnCommit(state, { commit, asOf: deciding.asOf })).length === 0)
    return unknown('no results are stored for it');
  if (parent === null && shallow) return unknown('the commit before it is not in this shallow clone');
  const open = await openChange(target, { commit, baseline: parent, signal: deciding.signal });
  try {
    return summaryOf(await decideChange(open, deciding));
  } finally {
    await open.close();
  }
}

function summaryOf({ subject, outcome, rules, missing }: GateDecision): Simulated {
  const open = rules
    .filter((rule) => rule.outcome === 'could-not-assess')
    .map(({ rule, because }) => `${rule}: ${because ?? ''}`);
  return {
    commit: subject.commit,
    outcome,
    because: [...missing, ...open].join('; ') || null,
    broken: rules.flatMap(({ rule, outcome: one, violations }) =>
      one === 'failed' || one === 'warned' ? [{ rule, outcome: one, violations: violations.length }] : [],
    ),
  };
}
