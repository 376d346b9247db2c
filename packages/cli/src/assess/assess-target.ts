// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource, type CatalogId } from '@plumbline/adapters/catalog-source/catalog-source';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { readEvidenceFiles } from '@plumbline/adapters/platform/files/read-evidence-files';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { assess } from '@plumbline/engine/assess/assess';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { endOfDay } from '../options/end-of-day.ts';
import { chooseProfile } from '../options/choose-profile.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { proceduresVersion, version } from '../version.ts';

/** What the commands that assess have in common; times and names as the user wrote them. */
export type AssessOptions = {
  readonly asOf?: string;
  readonly profile?: string;
  readonly catalog?: CatalogId;
  readonly evidence?: readonly string[];
  readonly offline?: boolean;
  readonly worktree?: boolean;
};

/** An assessment with what it was computed from, for the commands that need more than verdicts. */
export type Assessed = { readonly assessment: Assessment; readonly evidence: EvidenceSet; readonly catalog: Catalog };

/** Opens the target, collects, judges, and closes the target again, whatever happens. */
export async function assessTarget(target: string, options: AssessOptions, terminal: Terminal): Promise<Assessed> {
  const now = new Date();
  const asOf = endOfDay(options.asOf, now);
  const { signal } = terminal;
  const evidenceFiles = await readEvidenceFiles(options.evidence ?? []);
  const catalog = await createCatalogSource().catalog(options.catalog ?? 'ssdf-1.1');
  const repository = await openRepository(target, {
    asOf,
    signal,
    offline: options.offline ?? false,
    worktree: options.worktree ?? false,
    progress: terminal.progress,
  });
  try {
    const { snapshot, gitDirectory } = repository;
    const waiting = new Set(allCollectors.map(({ title }) => title));
    const evidence = await collectEvidence({
      collectors: allCollectors,
      input: { repository: snapshot, gitDirectory, evidenceFiles, asOf },
      now: now.toISOString(),
      signal,
      onCollected: ({ title }) => {
        waiting.delete(title);
        terminal.progress(`looking: ${[...waiting].join(', ')}`);
      },
    });
    terminal.progress('');
    const profile = chooseProfile(options.profile, evidence);
    const subject = { uri: snapshot.uri, commit: snapshot.commit };
    const input = {
      toolVersion: version,
      proceduresVersion,
      catalog,
      procedures: allTasks,
      profile,
      evidence,
      subject,
      asOf,
    };
    return { assessment: assess(input), evidence, catalog };
  } finally {
    await repository.close();
  }
}
