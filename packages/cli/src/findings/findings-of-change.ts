// SPDX-License-Identifier: Apache-2.0
import { ancestorsAmong } from '@plumbline/adapters/platform/git/ancestors-among';
import { readLinesAt } from '@plumbline/adapters/platform/git/read-lines-at';
import { readRenames } from '@plumbline/adapters/platform/git/read-renames';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { Finding } from '@plumbline/core/findings/finding';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { foldChange, type ChangeImports } from '@plumbline/findings/stored/fold-change';
import { importEntries } from '@plumbline/findings/stored/import-entries';
import { readImports } from '@plumbline/findings/stored/read-imports';
import { newFindings } from '@plumbline/engine/gate/new-findings';
import { findingsOf } from '@plumbline/findings/lifecycle/findings-of';
import type { Import } from '@plumbline/findings/lifecycle/import';
import type { OpenChange } from '../gate/open-change.ts';
import { decisionsOf } from './decisions-of.ts';
import { knowledgeOfFeeds } from './knowledge-of-feeds.ts';

export type FindingsSources = {
  readonly state: StateStore;
  /** Records of the commit whose decisions count: the base, never the change. */
  readonly trusted: EvidenceSet;
  /** Evidence about the head, and of the base what its lockfiles hold. */
  readonly evidence: EvidenceSet;
  readonly before: EvidenceSet | null;
  readonly asOf: string;
  readonly feeds: string | undefined;
  readonly signal: AbortSignal;
};

export type FoundByChange = {
  readonly findings: readonly Finding[];
  readonly newFindings: ReadonlyMap<string, boolean>;
  /** Results of a complete run over the base are stored. */
  readonly hasBaseline: boolean;
  /** Results over the head are stored. */
  readonly hasHead: boolean;
};

/** Entries that are folded, the newest: a long history of scans tells little more of one change. */
const entriesMax = 200;

/** The findings at the head of a change, with what went before it, what was decided, and what is new. */
export async function findingsOfChange(open: OpenChange, sources: FindingsSources): Promise<FoundByChange> {
  const { gitDirectory, head, base, change } = open;
  const { signal, evidence, trusted, asOf } = sources;
  const imports = await importsOfChange(open, sources);
  const baseId = base?.snapshot.commit ?? null;
  const renames =
    baseId === null
      ? new Map<string, string>()
      : await readRenames(gitDirectory, { from: baseId, to: head.snapshot.commit }, signal);
  const folded = await foldChange(imports, {
    readLines: (commit, paths) => readLinesAt(gitDirectory, { commit, paths }, signal),
    aliases: aliasesOf(evidence),
    renamesBetween: (from, to) => (from === baseId && to === head.snapshot.commit ? renames : new Map()),
  });
  const options = {
    aliases: folded.aliases,
    asOf,
    decisions: decisionsOf(trusted, evidence, { asOf, product: head.snapshot.uri }),
    knowledge: await knowledgeOfFeeds(sources.feeds),
  };
  const current = findingsOf(folded.head, options);
  const tools = toolsOver(imports.before, baseId);
  return {
    findings: current,
    newFindings: newFindings(current, {
      findings: findingsOf(folded.base, options),
      tools,
      changed: change === null ? null : new Set(change.paths),
      components: purlsOf(sources.before),
    }),
    hasBaseline: tools.size > 0,
    hasHead: imports.head.length > 0,
  };
}

async function importsOfChange(open: OpenChange, { state, signal, asOf }: FindingsSources): Promise<ChangeImports> {
  const { imports } = await importEntries(state);
  const known = imports.filter(({ commit, importedAt }) => commit !== null && importedAt <= later(asOf));
  const commits = [...new Set(known.flatMap(({ commit }) => commit ?? []))];
  const headId = open.head.snapshot.commit;
  const baseId = open.base?.snapshot.commit;
  const ancestors = await ancestorsAmong(open.gitDirectory, { head: headId, commits }, signal);
  const isBefore = ({ commit }: ImportEntry): boolean =>
    commit !== headId && commit !== null && (commit === baseId || ancestors.has(commit));
  return {
    before: await readAll(state, known.filter(isBefore)),
    head: await readAll(
      state,
      known.filter(({ commit }) => commit === headId),
    ),
  };
}

/** A decision as at a day sees what was taken in until its end. */
const later = (asOf: string): string => asOf.replace('Z', '.999Z');

async function readAll(state: StateStore, entries: readonly ImportEntry[]): Promise<readonly Import[]> {
  const imports: Import[] = [];
  for (const entry of entries.slice(-entriesMax)) imports.push(...(await readImports(state, entry)));
  return imports;
}

/** Tools, by small letters, of which a complete run over the base is there. */
function toolsOver(before: readonly Import[], baseId: string | null): ReadonlySet<string> {
  return new Set(
    before.flatMap(({ tool, commit, completed }) =>
      commit === baseId && completed === true ? [tool.toLowerCase()] : [],
    ),
  );
}

function purlsOf(before: EvidenceSet | null): ReadonlySet<string> | null {
  const item = before?.['dependency-inventory'];
  if (item?.state === 'absent') return new Set();
  return item?.state === 'found' ? new Set(item.fact.components.map(({ purl }) => purl)) : null;
}

function aliasesOf({ 'vulnerability-feeds': item }: EvidenceSet): readonly (readonly string[])[] {
  return item?.state === 'found' ? item.fact.known.map(({ id, aliases }) => [id, ...aliases]) : [];
}
