// SPDX-License-Identifier: Apache-2.0
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { createScratchRepository, type ScratchRepository } from '@plumbline/adapters/platform/git/scratch-repository';
import { openState } from '@plumbline/adapters/state/open-state';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import type { GateAttack, GateProofEntry } from '@plumbline/core/state/gate-result-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import type { Attack } from '@plumbline/engine/gate/attacks/attack';
import { printJson } from '@plumbline/reports/print-json';
import { join } from 'node:path';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { endOfDay } from '../options/end-of-day.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { choosePolicy, textAt, type ChosenPolicy } from './choose-policy.ts';
import { collectForGate } from './collect-for-gate.ts';
import { drawAttacks } from './draw-attacks.ts';
import { brokenRules } from './broken-rules.ts';
import { compilePolicyText, testsBeside, type LoadedPolicy } from './load-policy.ts';
import { runPipeline, type PipelineOptions } from './pipeline.ts';
import { renderProof } from './render-proof.ts';
import { testPolicy } from './run-gate-test.ts';

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
      gateArguments: gateArguments(options),
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
    const rules = await ruleProofs(head, { chosen, policy, attacks });
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

function gateArguments({ policy, feeds }: GateProveOptions): readonly string[] {
  return [...(policy === undefined ? [] : ['--policy', policy]), ...(feeds === undefined ? [] : ['--feeds', feeds])];
}

type Control = { readonly attacks: readonly GateAttack[]; readonly missing: readonly string[] };

/** A gate that stops everything proves nothing: what does no harm must pass, after the base itself was scanned. */
async function runControl(scratch: ScratchRepository, pipeline: PipelineOptions): Promise<Control> {
  await runPipeline(pipeline, []);
  await scratch.commit(new Map([['NOTES-harmless.md', 'A note.\n']]));
  const { code, command, output } = await runPipeline(pipeline, []);
  if (code === exitCodes.done) return { attacks: [], missing: [] };
  const because = `a change that does no harm did not pass: ${command} ended with ${code ?? 'a signal'}`;
  if (code === exitCodes.couldNotAssess)
    return { attacks: [], missing: [`${because} (could not assess): ${firstReason(output)}`] };
  return { attacks: [{ attack: 'a change that does no harm', rule: null, blocked: false, because }], missing: [] };
}

const firstReason = (output: string): string =>
  output
    .split('\n')
    .filter((line) => /not known|did not run|\?/.test(line))
    .slice(0, 3)
    .map((line) => line.trim())
    .join('; ')
    .slice(0, 400);

async function tryAttack(attack: Attack, scratch: ScratchRepository, pipeline: PipelineOptions): Promise<GateAttack> {
  const commit = await scratch.commit(attack.files);
  const { code, command } = await runPipeline(pipeline, attack.disables);
  const rules = await brokenRules(openState(join(scratch.folder, '.plumbline')), commit);
  const stopped = code === exitCodes.failed || (attack.disables.length > 0 && code === exitCodes.couldNotAssess);
  const blocked = pipeline.commands.length > 0 ? code !== exitCodes.done && code !== null : stopped;
  const because = blocked
    ? `${command} ended with ${code}${rules.length === 0 ? '' : `, by ${rules.join(', ')}`}`
    : `every command let it pass, or could not tell (${command} ended with ${code ?? 'a signal'})`;
  return { attack: attack.title, rule: rules.join(', ') || null, blocked, because };
}

type Ruled = { readonly chosen: ChosenPolicy; readonly policy: LoadedPolicy; readonly attacks: readonly GateAttack[] };

/** Each enforced rule stopped an attack, or one of the tests beside the policy shows that something breaks it. */
async function ruleProofs(head: OpenRepository, { chosen, policy, attacks }: Ruled): Promise<readonly GateAttack[]> {
  const stopped = new Set(attacks.flatMap(({ rule }) => rule?.split(', ') ?? []));
  const tests = await chosen.tests((path) => textAt(head.snapshot, path));
  const report = tests === null ? null : testPolicy(policy, tests);
  const faults = (report?.results ?? []).flatMap(({ name, faults: [fault] }) =>
    fault === undefined
      ? []
      : [{ attack: `the policy's own test: ${name}`, rule: null, blocked: false, because: fault }],
  );
  const tested = new Set(
    report === null
      ? []
      : policy.policy.rules.map(({ id }) => id).filter((id) => !report.untested.some(({ rule }) => rule === id)),
  );
  const unproved = policy.policy.rules
    .filter(({ id, mode }) => mode === 'enforce' && !stopped.has(id) && !tested.has(id))
    .map(({ id }) => ({
      attack: `rule ${id}`,
      rule: id,
      blocked: false,
      because: `no attack was stopped by it, and ${testsBeside('gate-policy.yaml')} has no test that breaks it and one that it passes`,
    }));
  return [...faults, ...unproved];
}
