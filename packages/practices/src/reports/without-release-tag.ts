// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { notApplicable, unknown } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { counted } from '../words/counted.ts';
import { shortText } from '../words/short-text.ts';

/** The answer to a question of release tags where there is none. Of tags that move nobody can tell which releases there are. */
export function withoutReleaseTag(item: Seen<'git-releases'>): Answer {
  if (item.state === 'absent') return notApplicable('The repository has no tag', [cite(item)]);
  const { tags, leftOut } = item.fact;
  if (leftOut.length === 0) return notApplicable('No tag marks a release', [cite(item)]);
  return unknown(
    `${counted(tags, 'tag')}, of which none marks a single release`,
    'Mark each release with a tag of its own that does not move',
    citeAll(
      item,
      leftOut.map(({ name }) => `tag ${shortText(name)}`),
    ),
  );
}
