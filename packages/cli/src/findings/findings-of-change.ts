// SPDX-License-Identifier: Apache-2.0
import { ancestorsAmong } from '@plumbline/adapters/platform/git/ancestors-among';
import { readLinesAt } from '@plumbline/adapters/platform/git/read-lines-at';
import { readRenames } from '@plumbline/adapters/platform/git/read-renames';
import { PlumblineError } from '@plumbline/core/errors';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { Finding } from '@plumbline/core/findings/finding';
import type { StateStore } from '@plumbline/core/state/state-store';
import { decisionsOf } from '@plumbline/findings/stored/decisions-of';
import { foldChange, type ChangeImports } from '@plumbline/findings/stored/fold-change';
import { keptByCommit, readCommits } from '@plumbline/findings/stored/kept-by-commit';
import { type KnownBase, newFindings } from '@plumbline/engine/gate/new-findings';
import { findingsOf } from '@plumbline/findings/lifecycle/findings-of';
import type { OpenChange } from '../gate/open-change.ts';
import { knowledgeOfFeeds } from './knowledge-of-feeds.ts';

export type FindingsSources = {
  readonly state: StateStore;
  /** Records of the commit whose decisions count: the base, never the change. */
  readonly trusted: EvidenceSet;
  /** The approval that decisions need to count. */
  readonly approval: 'asserted' | 'verified';
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

/** Commits before the head whose results are folded, the last of them: a long history tells little more of one change. */
const commitsMax = 50;

/** The findings at the head of a change, with what went before it, what was decided, and what is new. */
export async function findingsOfChange(open: OpenChange, sources: FindingsSources): Promise<FoundByChange> {
  const { gitDirectory, head, base } = open;
  const { signal, evidence, trusted, asOf, approval } = sources;
  const headId = head.snapshot.commit;
  const baseId = base?.snapshot.commit ?? null;
  const imports = await importsOfChange(open, sources);
  const renames =
    baseId === null ? new Map<string, string>() : await readRenames(gitDirectory, { from: baseId, to: headId }, signal);
  const folded = await foldChange(imports, {
    readLines: (commit, paths) => readLinesAt(gitDirectory, { commit, paths }, signal),
    aliases: aliasesOf(evidence),
    renamesBetween: (from, to) => (from === baseId && to === headId ? renames : new Map()),
  });
  const options = {
    aliases: folded.aliases,
    asOf,
    decisions: decisionsOf(
      { exceptions: trusted['record:exceptions'], triage: trusted['record:triage'], vex: evidence['vex-documents'] },
      { asOf, product: head.snapshot.uri, approval },
    ),
    knowledge: await knowledgeOfFeeds(sources.feeds),
  };
  const current = findingsOf(folded.head, options);
  const known = knownBase(open, sources, imports);
  return {
    findings: current,
    newFindings: newFindings(current, known && { ...known, findings: findingsOf(folded.base, options) }),
    hasBaseline: known !== null && known.tools.size > 0,
    hasHead: imports.change.some((runs) => runs[0]?.commit === headId),
  };
}

function knownBase(
  { head, base, change }: OpenChange,
  { before, evidence }: FindingsSources,
  imports: ChangeImports,
): Omit<KnownBase, 'findings'> | null {
  if (base === null || change === null) return null;
  const [then, now] = [before === null ? null : purlsOf(before), purlsOf(evidence)];
  return {
    tools: toolsOver(imports, base.snapshot.commit),
    files: new Set(head.snapshot.entries.map(({ path }) => path)),
    changed: new Set(change.paths),
    components: then === null || now === null ? null : { base: then, head: now },
  };
}

/** Everything that is kept of the head, and of the commits before it in the order of history. */
async function importsOfChange(open: OpenChange, { state, signal, asOf }: FindingsSources): Promise<ChangeImports> {
  const kept = await keptByCommit(state, asOf);
  const [damaged] = kept.broken;
  if (damaged !== undefined)
    throw new PlumblineError('state-damaged', `a kept report in ${state.location} is damaged: ${damaged}`, {
      path: damaged,
      next: 'Delete the file, and scan or import again what it was',
    });
  const commits = new Set(kept.byCommit.keys());
  const lineOf = (head: string): Promise<readonly string[]> =>
    commits.size === 0 ? Promise.resolve([]) : ancestorsAmong(open.gitDirectory, { head, commits }, signal);
  const headId = open.head.snapshot.commit;
  const before = open.base === null ? [] : await lineOf(open.base.snapshot.commit);
  const inside = (await lineOf(headId)).filter((commit) => !before.includes(commit) && commit !== headId);
  const own = commits.has(headId) ? [headId] : [];
  return {
    base: await readCommits(state, kept, before.slice(-commitsMax)),
    change: await readCommits(state, kept, [...inside.slice(-commitsMax), ...own]),
  };
}

/** Tools, by small letters, of which a complete run over the base is there. */
function toolsOver({ base }: ChangeImports, baseId: string): ReadonlySet<string> {
  const ran = base.flat().filter(({ commit, completed }) => commit === baseId && completed === true);
  return new Set(ran.map(({ tool }) => tool.toLowerCase()));
}

function purlsOf({ 'dependency-inventory': item }: EvidenceSet): ReadonlySet<string> | null {
  if (item?.state === 'absent') return new Set();
  return item?.state === 'found' ? new Set(item.fact.components.map(({ purl }) => purl)) : null;
}

function aliasesOf({ 'vulnerability-feeds': item }: EvidenceSet): readonly (readonly string[])[] {
  return item?.state === 'found' ? item.fact.known.map(({ id, aliases }) => [id, ...aliases]) : [];
}
