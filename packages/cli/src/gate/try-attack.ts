// SPDX-License-Identifier: Apache-2.0
import type { ScratchRepository } from '@plumbline/adapters/platform/git/scratch-repository';
import { openState } from '@plumbline/adapters/state/open-state';
import type { GateAttack } from '@plumbline/core/state/gate-result-entry';
import type { Attack } from '@plumbline/engine/gate/attacks/attack';
import { join } from 'node:path';
import { exitCodes } from '../exit-codes.ts';
import { brokenRules } from './broken-rules.ts';
import { runPipeline, type PipelineOptions } from './pipeline.ts';

export type Control = { readonly attacks: readonly GateAttack[]; readonly missing: readonly string[] };

/** A gate that stops everything proves nothing: what does no harm must pass, after the base itself was scanned. */
export async function runControl(scratch: ScratchRepository, pipeline: PipelineOptions): Promise<Control> {
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

/** Commits an attack and lets the pipeline loose on it. */
export async function tryAttack(
  attack: Attack,
  scratch: ScratchRepository,
  pipeline: PipelineOptions,
): Promise<GateAttack> {
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
