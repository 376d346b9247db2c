// SPDX-License-Identifier: Apache-2.0
import type { Job, Runner } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { withValues } from './read-gitlab-job.ts';

const hosted = /^saas-(?:linux|windows|macos)-/;

/**
 * Where a job runs (doubtful case 18). GitLab.com's hosted runners are known by their tags; any other tag there is a runner
 * of one's own. Jobs without tags, and all jobs of other instances, run on whatever the instance registered: unknown.
 */
export function gitlabRunner(
  tags: readonly string[],
  image: string,
  variants: readonly ReadonlyMap<string, string>[],
  { origin }: AnalysisContext,
): Pick<Job, 'runner' | 'runsOn'> {
  const resolved = tags.flatMap((tag) => variants.map((variables) => withValues(tag, variables)));
  const runsOn = [...new Set(resolved)].join(', ') || image;
  if (resolved.length === 0 || resolved.some((tag) => tag.includes('$'))) return { runner: 'unknown', runsOn };
  if (resolved.every((tag) => hosted.test(tag))) return { runner: 'hosted', runsOn };
  const runner: Runner = origin?.host === 'gitlab.com' ? 'self-hosted' : 'unknown';
  return { runner, runsOn };
}
