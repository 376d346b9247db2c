// SPDX-License-Identifier: Apache-2.0
import type { Unknown } from '@plumbline/core/answers/answer';
import { unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Absent } from '@plumbline/core/evidence/evidence';
import { shortText } from '../words/short-text.ts';

/**
 * Where the tree keeps no pipeline, what builds the software is elsewhere: its security is unseen, not vacuous. A
 * repository that deletes its pipelines must not look better than one whose pipelines have faults.
 */
export function noPipelineKept(item: Absent<'ci-pipelines'>): Unknown {
  return unknown(
    `No pipeline is kept in this tree, so where it builds cannot be seen (${shortText(item.lookedIn)})`,
    'Keep the pipelines that build it in the tree, or assess the repository that holds them',
    [cite(item)],
  );
}
