// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { allAssessments, renderAssessmentLine } from '../../platform/feeds/assessment-lines.ts';
import type { FeedPart } from '../../platform/feeds/feed-part.ts';
import { readWholePart } from '../../platform/feeds/read-whole-part.ts';
import type { AssessmentShelf } from '../cve/assessment-shelf.ts';
import { writePartFile } from '../store/write-parts.ts';
import type { FeedIntake } from './feed-intake.ts';
import { type Brought, joinedAge, statedAge } from './part-age.ts';

/** Joins what CVE records say with what is kept of others; null where nothing is said, and nothing was. */
export async function commitAssessments(
  intake: FeedIntake,
  old: FeedPart | undefined,
  { folder, ...brought }: Brought & { readonly folder: string },
): Promise<FeedPart | null> {
  const { cve } = intake;
  if (cve.isEmpty) return null;
  const { newestAt } = cve;
  const complete = old === undefined || (await mergeKept(cve, folder, old));
  const all = cve.all();
  if (all.length === 0 && old === undefined) return null;
  const lines = all.map((one) => Buffer.from(renderAssessmentLine(one)));
  const stated = statedAge(intake, 'cve', brought);
  return {
    feed: 'cve',
    part: 'cve',
    ...(await writePartFile(folder, 'cve', lines)),
    entries: all.length,
    refused: 0,
    asOf: joinedAge({ stated, newestAt: newestAt ?? '1970-01-01T00:00:00Z', old, complete }, brought.now),
    importedAt: brought.now,
    source: brought.provenance.source,
  };
}

/** Adds what is kept; whether all of it had come again. A damaged file holds nothing. */
async function mergeKept(shelf: AssessmentShelf, folder: string, old: FeedPart): Promise<boolean> {
  try {
    const kept = [...allAssessments(await readWholePart(folder, old))];
    const complete = kept.every(({ id }) => shelf.has(id));
    for (const assessment of kept) shelf.addKept(assessment);
    return complete;
  } catch (error) {
    if (error instanceof PlumblineError && error.code === 'state-damaged') return true;
    throw error;
  }
}
