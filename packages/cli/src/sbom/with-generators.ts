// SPDX-License-Identifier: Apache-2.0
import { billGenerators } from '@plumbline/adapters/bill-generators/bill-generators';
import type { GeneratorSpec } from '@plumbline/adapters/bill-generators/generator-spec';
import { type GeneratorRun, runGenerator } from '@plumbline/adapters/bill-generators/run-generator';
import { PlumblineError } from '@plumbline/core/errors';
import { addGenerated, type Generated, type WithGenerated } from '@plumbline/engine/sbom/add-generated';
import { visibleLine } from '@plumbline/reports/visible-text';
import type { Terminal } from '../terminal/terminal.ts';
import type { MadeBill } from './bill-of-repository.ts';

/** Which generators of others are to be asked as well. */
export type GeneratorOptions = {
  /** Ids, or `auto` for all that are installed. */
  readonly generator?: readonly string[];
  readonly allowProjectCode?: boolean;
};

/**
 * A bill with what others' generators say of the same. One that was asked for by name has to run: throws `tool-missing` where it
 * cannot, `usage` where there is nothing for it or what it starts is not allowed. With `auto`, what fails is said in the bill.
 */
export async function withGenerators(
  made: MadeBill,
  options: GeneratorOptions,
  run: GeneratorRun,
  terminal: Terminal,
): Promise<MadeBill> {
  const asked = options.generator ?? [];
  const automatic = asked.includes('auto');
  const chosen = billGenerators.filter(({ id }) => automatic || asked.includes(id));
  refuseStrangers(asked);
  const generated: Generated[] = [];
  const remarks: string[] = [];
  for (const spec of chosen) {
    const named = asked.includes(spec.id);
    if (!mayRun(spec, options, named)) continue;
    terminal.progress(`asking ${spec.tool}`);
    const outcome = await runGenerator(spec, run);
    if (outcome.state !== 'ran') {
      if (named) throw refusal(spec, outcome);
      continue;
    }
    if (named && outcome.bills.length === 0)
      throw new PlumblineError('tool-missing', `${spec.tool} made no bill: ${outcome.failed[0] ?? ''}`, {
        next: 'See what it says when it is run by hand',
      });
    remarks.push(...outcome.failed.map((failure) => `${spec.id}: ${failure}`));
    if (outcome.bills.length > 0) generated.push({ tool: outcome.tool, bills: outcome.bills });
  }
  terminal.progress('');
  if (generated.length === 0 && automatic)
    terminal.message('no generator is installed that reads this: the bill says what Plumbline found itself');
  const { bill, compared } = addGenerated(made.bill, generated, made.own);
  for (const one of compared) terminal.message(visibleLine(comparisonLine(one)));
  const all = [...bill.remarks, ...remarks];
  return generated.length + remarks.length === 0 ? made : { ...made, bill: { ...bill, remarks: all } };
}

function refuseStrangers(asked: readonly string[]): void {
  const stranger = asked.find((name) => name !== 'auto' && !billGenerators.some(({ id }) => id === name));
  if (stranger === undefined) return;
  throw new PlumblineError('usage', `--generator ${stranger}: there is no such generator`, {
    next: `One of: auto, ${billGenerators.map(({ id }) => id).join(', ')}`,
  });
}

function mayRun({ tool, projectCode }: GeneratorSpec, { allowProjectCode }: GeneratorOptions, named: boolean): boolean {
  if (projectCode === null || allowProjectCode === true) return true;
  if (!named) return false;
  throw new PlumblineError('usage', `${tool} starts ${projectCode}, and these may run code of what is looked at`, {
    next: 'Add --allow-project-code where you trust it, best in a machine that is thrown away',
  });
}

function refusal(
  { id, tool, title }: GeneratorSpec,
  outcome: Exclude<Awaited<ReturnType<typeof runGenerator>>, { readonly state: 'ran' }>,
): PlumblineError {
  if (outcome.state === 'missing')
    return new PlumblineError('tool-missing', outcome.because, { next: outcome.resolve });
  return new PlumblineError('usage', `there is nothing that ${tool} reads: ${title}`, {
    next: `Leave out --generator ${id}`,
  });
}

const shownMax = 5;

function some(names: readonly string[]): string {
  return `${names.slice(0, shownMax).join(', ')}${names.length > shownMax ? ', …' : ''}`;
}

/** In one line: what only one of the two lists, and where they disagree. */
function comparisonLine({
  tool,
  listed,
  missing,
  extra,
  versions,
  contents,
}: WithGenerated['compared'][number]): string {
  const parts = [
    extra.length === 0 ? '' : `${extra.length} that were not known are added (${some(extra.map(({ ref }) => ref))})`,
    missing.length === 0 ? '' : `it does not list ${missing.length} (${some(missing.map(({ ref }) => ref))})`,
    versions.length === 0 ? '' : `other versions of ${some(versions.map(({ name }) => name))}`,
    contents.length === 0 ? '' : `OTHER CONTENT at the same version of ${some(contents.map(({ name }) => name))}`,
  ].filter((part) => part !== '');
  return `${tool.name} ${tool.version ?? ''} lists ${listed} components: ${parts.length === 0 ? 'the same' : parts.join('; ')}`;
}
