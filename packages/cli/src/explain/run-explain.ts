// SPDX-License-Identifier: Apache-2.0
import type { CatalogId } from '@plumbline/adapters/catalog-source/catalog-source';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { PlumblineError } from '@plumbline/core/errors';
import { allChecks } from '@plumbline/practices/generated/checks';
import { renderLookUp } from '@plumbline/reports/catalog-list/render-look-up';
import type { Explanation } from '@plumbline/reports/explain/explanation';
import type { AssessOptions } from '../assess/assess-target.ts';
import type { explainFormats } from '../commands/explain.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { explainId } from './explain-id.ts';
import { renderExplanation } from './render-explanation.ts';

export type RunExplainOptions = AssessOptions & {
  readonly catalog: CatalogId;
  readonly assess: boolean;
  readonly format: (typeof explainFormats)[number];
  readonly output?: string;
};

/** `plumbline explain`: a task, practice or group of the catalog, or a check. Throws `unknown-task` for anything else. */
export async function runExplain(
  id: string,
  target: string,
  options: RunExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const explanation = await explainId(id, options.catalog, () => lookHere(target, options, terminal));
  if (explanation.kind === 'id' && explanation.found.kind === 'unknown') throw unknownId(id, explanation, terminal);
  await deliver(await renderExplanation(explanation, options, terminal), options.output, terminal);
  return exitCodes.done;
}

type Unknown = Extract<Explanation, { kind: 'id' }>;

function unknownId(id: string, { found, framework }: Unknown, terminal: Terminal): PlumblineError {
  if (/^[a-z][a-z-]*$/u.test(id)) return noSuchCheck(id);
  return new PlumblineError('unknown-task', renderLookUp(found, framework, terminal).trim(), {
    next: 'plumbline catalog lists the tasks',
  });
}

/** The checks with most words in common are named: whoever mistypes one knows part of it. */
function noSuchCheck(id: string): PlumblineError {
  const words = new Set(id.split('-'));
  const shared = allChecks
    .map((check) => ({ id: check.id, count: check.id.split('-').filter((word) => words.has(word)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3);
  const next =
    shared.length === 0
      ? 'plumbline explain TASK lists the checks of a task'
      : `Did you mean ${shared.map((one) => one.id).join(', ')}?`;
  return new PlumblineError('unknown-task', `no task or check is called ${id}`, { next });
}

/** What the repository at hand shows; null when there is none and nothing that the user said speaks of one. */
async function lookHere(target: string, options: RunExplainOptions, terminal: Terminal): Promise<Assessment | null> {
  if (!options.assess) return null;
  const { assessTarget } = await import('../assess/assess-target.ts');
  try {
    return await assessTarget(target, options, terminal, ({ assessment }) => Promise.resolve(assessment));
  } catch (error) {
    const { asOf, profile, evidence, worktree } = options;
    const asked = [asOf, profile, evidence, worktree].some((option) => option !== undefined);
    if (target === '.' && !asked && error instanceof PlumblineError && isNoRepository(error)) return null;
    throw error;
  }
}

const isNoRepository = ({ code }: PlumblineError): boolean => code === 'not-a-repository' || code === 'no-commits';
