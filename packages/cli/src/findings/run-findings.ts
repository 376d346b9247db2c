// SPDX-License-Identifier: Apache-2.0
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import { PlumblineError } from '@plumbline/core/errors';
import type { Finding, FindingState } from '@plumbline/core/findings/finding';
import { explainFinding } from '@plumbline/findings/explain/explain-finding';
import { renderFindingsText } from '@plumbline/reports/findings/render-findings-text';
import { printJson } from '@plumbline/reports/print-json';
import { plainStyle } from '@plumbline/reports/text/style';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { collectForGate } from '../gate/collect-for-gate.ts';
import { openChange } from '../gate/open-change.ts';
import { endOfDay } from '../options/end-of-day.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { findingsOfChange, type FoundByChange } from './findings-of-change.ts';
import { renderExplanation } from './render-explanation.ts';

export type RunFindingsOptions = {
  readonly explain?: string;
  readonly inState: readonly FindingState[];
  readonly baseline?: string;
  readonly asOf?: string;
  readonly state?: string;
  readonly feeds?: string;
  readonly output?: string;
  readonly format: 'text' | 'json';
};

/** `plumbline findings`: exit 0 whatever was found; a gate decides. Exit 3 when nothing is stored for the head. */
export async function runFindings(target: string, options: RunFindingsOptions, terminal: Terminal): Promise<ExitCode> {
  const { commit, found } = await findingsOfHead(target, options, terminal);
  const style = options.output === undefined ? terminal.style : plainStyle;
  if (options.explain !== undefined) {
    const explanation = explainFinding(oneOf(found.findings, options.explain));
    const text =
      options.format === 'json' ? printJson(explanation) : renderExplanation(explanation, { ...terminal, style });
    await deliver(text, options.output, terminal);
    return exitCodes.done;
  }
  const listed = found.findings.filter(({ state }) => options.inState.includes(state));
  const isNew = (id: string): boolean | null => found.newFindings.get(id) ?? null;
  const text =
    options.format === 'json'
      ? printJson({
          schemaVersion: '1.0',
          commit,
          findings: listed.map((finding) => ({ ...finding, isNew: isNew(finding.id) })),
        })
      : renderFindingsText(listed, { isNew, all: found.findings, width: terminal.width, style });
  await deliver(text, options.output, terminal);
  return exitCodes.done;
}

async function findingsOfHead(
  target: string,
  { baseline, state: folder, feeds, asOf: day }: RunFindingsOptions,
  { signal }: Terminal,
): Promise<{ readonly commit: string; readonly found: FoundByChange }> {
  const open = await openChange(target, { signal, ...(baseline === undefined ? {} : { baseline }) });
  try {
    const state = stateOfRepository(open.head, folder);
    const collecting = { state, feeds, asOf: endOfDay(day, new Date()), signal };
    const evidence = await collectForGate(open.head, {
      ...collecting,
      kinds: ['plumbline-config', 'dependency-inventory', 'vulnerability-feeds', 'vex-documents'],
    });
    const before =
      open.base === null ? null : await collectForGate(open.base, { ...collecting, kinds: ['dependency-inventory'] });
    // Here the head's own records decide: this is a list for people, not a gate.
    const found = await findingsOfChange(open, {
      ...collecting,
      trusted: evidence,
      approval: 'asserted',
      evidence,
      before,
    });
    if (!found.hasHead)
      throw new PlumblineError('tool-missing', `no results are stored for ${open.head.snapshot.commit.slice(0, 12)}`, {
        next: 'Run plumbline scan, or plumbline import FILE --commit HEAD',
      });
    return { commit: open.head.snapshot.commit, found };
  } finally {
    await open.close();
  }
}

/** The one whose id (or a former one) is or begins so. Throws `usage` for none or several. */
function oneOf(findings: readonly Finding[], wanted: string): Finding {
  const fitting = findings.filter(({ id, otherIds }) => [id, ...otherIds].some((one) => one.startsWith(wanted)));
  const [first, second] = fitting;
  if (first !== undefined && (second === undefined || first.id === wanted)) return first;
  throw new PlumblineError(
    'usage',
    first === undefined
      ? `there is no finding ${wanted.slice(0, 80)}`
      : `${wanted} begins the ids of ${fitting.length} findings`,
    { next: 'plumbline findings --in-state open fixed accepted false-positive not-affected lists all of them' },
  );
}
