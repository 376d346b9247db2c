// SPDX-License-Identifier: Apache-2.0
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { allScanners } from '@plumbline/adapters/generated/scanners';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import type { OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';
import { componentScanner } from '@plumbline/engine/scan/component-scanner';
import { endOfDay } from '../options/end-of-day.ts';
import { version } from '../version.ts';

export type ScannersWanted = {
  /** Ids that the user names, to run or not to run. */
  readonly named: ReadonlySet<string>;
  /** Only what starts no program, and what is named. */
  readonly quick: boolean;
  readonly feeds: string | undefined;
  readonly signal: AbortSignal;
};

/** What the analysis of components rests on. */
const componentKinds: ReadonlySet<FactKind> = new Set([
  'dependency-inventory',
  'vulnerability-feeds',
  'build-configuration',
]);

/** The scanners of a scan: the registered ones, and the analysis of components by what collectors see of them. */
export async function scannersFor(
  { snapshot, gitDirectory }: OpenRepository,
  { named, quick, feeds, signal }: ScannersWanted,
): Promise<readonly Scanner[]> {
  if (quick) return allScanners.filter(({ id, embedded }) => embedded || named.has(id));
  const now = new Date();
  const evidence = await collectEvidence({
    collectors: allCollectors.filter(({ kinds }) => kinds.some((kind) => componentKinds.has(kind))),
    input: {
      repository: snapshot,
      gitDirectory,
      evidenceFiles: [],
      feedsFolder: feedsFolder(feeds),
      asOf: endOfDay(undefined, now),
    },
    now: now.toISOString(),
    signal,
  });
  return [...allScanners, componentScanner(evidence, { version, now: now.toISOString() })];
}
