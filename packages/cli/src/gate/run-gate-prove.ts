// SPDX-License-Identifier: Apache-2.0
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { createScratchRepository } from '@plumbline/adapters/platform/git/scratch-repository';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import type { GateAttack, GateProofEntry } from '@plumbline/core/state/gate-result-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { printJson } from '@plumbline/reports/print-json';
import { resolve } from 'node:path';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { endOfDay } from '../options/end-of-day.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { choosePolicy } from './choose-policy.ts';
import { collectForGate } from './collect-for-gate.ts';
import { drawAttacks } from './draw-attacks.ts';
import { builtInPath, compilePolicyText } from './load-policy.ts';
import { pathInside } from './path-inside.ts';
import type { PipelineOptions } from './pipeline.ts';
import { proveRules } from './prove-rules.ts';
import { renderProof } from './render-proof.ts';
import { runControl, tryAttack } from './try-attack.ts';

export type GateProveOptions = {
  readonly policy?: string;
  readonly command?: readonly string[];
  readonly state?: string;
  readonly feeds?: string;
  readonly format: 'text' | 'json';
};

/** What was tried, and what could not be. */
export type Proof = { readonly entry: GateProofEntry; readonly missing: readonly string[] };

/**
 * `plumbline gate prove`: in a scratch copy of the head, a harmless change must pass the pipeline's own commands and every
 * attack must be stopped by them; every enforced rule must have stopped one, or be broken by one of the policy's own tests.
 * Exit 0 proved, 1 not, 3 when an attack could not be made or the harmless change could not be assessed.
 */
export async function runGateProve(target: string, options: GateProveOptions, terminal: Terminal): Promise<ExitCode> {
  const head = await openRepository(target, { signal: terminal.signal });
  try {
    const state = stateOfRepository(head, options.state);
    const proof = await prove(head, { options, state, terminal });
    await state.add('gate-results', proof.entry);
    const shown = { proved: proof.entry.proved, missing: proof.missing, attacks: proof.entry.attacks };
    await terminal.write(options.format === 'json' ? printJson(shown) : renderProof(proof, terminal));
    if (proof.entry.attacks.some(({ blocked }) => !blocked)) return exitCodes.failed;
    return proof.missing.length > 0 ? exitCodes.couldNotAssess : exitCodes.done;
  } finally {
    await head.close();
  }
}

type Proving = { readonly options: GateProveOptions; readonly state: StateStore; readonly terminal: Terminal };

async function prove(head: OpenRepository, { options, state, terminal }: Proving): Promise<Proof> {
  const { signal } = terminal;
  const evidence = await collectForGate(head, {
    state,
    feeds: options.feeds,
    asOf: endOfDay(undefined, new Date()),
    signal,
    kinds: ['plumbline-config'],
  });
  const chosen = await choosePolicy(options.policy, { repository: head, evidence });
  const policy = await compilePolicyText(chosen);
  const drawn = await drawAttacks(policy.policy, options.feeds);
  const scratch = await createScratchRepository(head, signal);
  try {
    const pipeline: PipelineOptions = {
      folder: scratch.folder,
      base: scratch.base,
      commands: options.command ?? [],
      ...(await named(head, options)),
      signal,
    };
    terminal.progress('the base, and a change that does no harm');
    const control = await runControl(scratch, pipeline);
    const attacks: GateAttack[] = [];
    for (const attack of drawn.attacks) {
      terminal.progress(attack.title);
      attacks.push(await tryAttack(attack, scratch, pipeline));
    }
    terminal.progress('');
    const rules = await proveRules(head, { chosen, policy, attacks });
    const all = [...control.attacks, ...attacks, ...rules];
    const missing = [...control.missing, ...drawn.missing];
    const proved = missing.length === 0 && all.every(({ blocked }) => blocked);
    const { commit } = head.snapshot;
    const provedAt = new Date().toISOString();
    const entry: GateProofEntry = {
      schema: 1,
      what: 'proof',
      commit,
      provedAt,
      policy: policy.digest,
      proved,
      attacks: all,
    };
    return { entry, missing };
  } finally {
    await scratch.remove();
  }
}

/** A named file means the same in the scratch copy: one in the repository its copy, any other itself. */
async function named(head: OpenRepository, { policy, feeds }: GateProveOptions): Promise<Named> {
  const feedsArguments = feeds === undefined ? [] : ['--feeds', resolve(feeds)];
  if (policy === undefined) return { scanArguments: feedsArguments, gateArguments: feedsArguments };
  const isBuiltIn = builtInPath(policy, '.yaml') !== null;
  const inside = isBuiltIn || head.root === null ? null : await pathInside(head.root, policy);
  const policyArgument = isBuiltIn ? policy : (inside ?? resolve(policy));
  return { scanArguments: feedsArguments, gateArguments: ['--policy', policyArgument, ...feedsArguments] };
}

type Named = Pick<PipelineOptions, 'scanArguments' | 'gateArguments'>;
