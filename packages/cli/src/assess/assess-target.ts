// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource, type CatalogId } from '@plumbline/adapters/catalog-source/catalog-source';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { readEvidenceFiles } from '@plumbline/adapters/platform/files/read-evidence-files';
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { EvidenceFile } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { StateStore } from '@plumbline/core/state/state-store';
import { assess } from '@plumbline/engine/assess/assess';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';
import { subjectOf } from '@plumbline/engine/assess/subject-of';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { visibleText } from '@plumbline/reports/visible-text';
import { chooseProfile } from '../options/choose-profile.ts';
import { endOfDay } from '../options/end-of-day.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { proceduresVersion, version } from '../version.ts';

/** What the commands that assess have in common; times and names as the user wrote them. */
export type AssessOptions = {
  readonly asOf?: string;
  readonly profile?: string;
  readonly catalog?: CatalogId;
  readonly evidence?: readonly string[];
  readonly feeds?: string;
  /** Where results are kept, if not in .plumbline of the repository. */
  readonly state?: string;
  readonly offline?: boolean;
  readonly worktree?: boolean;
};

/** An assessment with what it was computed from; the repository is open while `use` runs. */
export type Assessed = {
  readonly assessment: Assessment;
  readonly evidence: EvidenceSet;
  readonly catalog: Catalog;
  readonly repository: OpenRepository;
};

/** Opens the target, collects, judges, hands the result to `use`, and closes the target again, whatever happens. */
export async function assessTarget<T>(
  target: string,
  options: AssessOptions,
  terminal: Terminal,
  use: (assessed: Assessed) => Promise<T>,
): Promise<T> {
  const now = new Date();
  const asked = options.asOf === undefined ? null : endOfDay(options.asOf, now);
  if (asked !== null && asked > endOfDay(undefined, now))
    terminal.message(`${options.asOf} is still to come: what is seen today is taken as if nothing changed until then`);
  const evidenceFiles = await readEvidenceFiles(options.evidence ?? []);
  const catalog = await createCatalogSource().catalog(options.catalog ?? 'ssdf-1.1');
  const repository = await openRepository(target, {
    asOf: asked,
    signal: terminal.signal,
    offline: options.offline ?? false,
    worktree: options.worktree ?? false,
    progress: terminal.progress,
  });
  try {
    const asOf = asked ?? latest(endOfDay(undefined, now), repository.snapshot.committedAt);
    const feeds = feedsFolder(options.feeds);
    const state = stateForAssessment(repository, options.state, terminal);
    const evidence = await collect({ repository, evidenceFiles, feeds, state, asOf, now }, terminal);
    const profile = chooseProfile(options.profile, evidence);
    const judged = { catalog, procedures: allTasks, profile, evidence, subject: subjectOf(repository.snapshot), asOf };
    const assessment = assess({ toolVersion: version, proceduresVersion, ...judged });
    return await use({ assessment, evidence, catalog, repository });
  } finally {
    await repository.close();
  }
}

/** Null where nothing can be kept, and where kept results cannot be told from forged ones, which is said. */
function stateForAssessment(
  repository: OpenRepository,
  named: string | undefined,
  { message }: Terminal,
): StateStore | null {
  if (repository.root === null && named === undefined) return null;
  try {
    return stateOfRepository(repository, named);
  } catch (error) {
    if (!(error instanceof PlumblineError) || error.code !== 'state-untrusted' || named !== undefined) throw error;
    message(`not looked at: ${visibleText(error.message)}`);
    return null;
  }
}

type Collecting = {
  readonly repository: OpenRepository;
  readonly evidenceFiles: readonly EvidenceFile[];
  readonly feeds: string;
  readonly state: StateStore | null;
  readonly asOf: string;
  readonly now: Date;
};

async function collect(collecting: Collecting, terminal: Terminal): Promise<EvidenceSet> {
  const { repository, evidenceFiles, feeds, state, asOf, now } = collecting;
  const waiting = new Set(allCollectors.map(({ title }) => title));
  const evidence = await collectEvidence({
    collectors: allCollectors,
    input: {
      repository: repository.snapshot,
      gitDirectory: repository.gitDirectory,
      evidenceFiles,
      feedsFolder: feeds,
      asOf,
      ...(state === null ? {} : { state }),
      ...(state === null && repository.root !== null && { stateRefused: true as const }),
    },
    now: now.toISOString(),
    signal: terminal.signal,
    onCollected: ({ title }) => {
      waiting.delete(title);
      terminal.progress(`looking: ${[...waiting].join(', ')}`);
    },
  });
  terminal.progress('');
  return evidence;
}

/** Today, or the day of a head that is dated later: a clock that runs ahead must not hide the newest commit. */
function latest(today: string, committedAt: string): string {
  const day = `${new Date(committedAt).toISOString().slice(0, 10)}T23:59:59Z`;
  return day > today ? day : today;
}
