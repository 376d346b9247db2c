// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { noPipelineKept } from '../../pipelines/no-pipeline-kept.ts';
import { allCounted } from '../../words/all-counted.ts';

// Doubtful case 6: every use that resolves outside the repository counts, the forge's own and same-owner ones too.
export const workflowActionsPinned: Check = defineCheck({
  id: 'workflow-actions-pinned',
  question: 'Is everything from outside that a pipeline runs pinned by commit hash or digest?',
  scope: 'repository',
  needs: ['ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'No tag or branch that somebody else can move decides what the pipelines of this commit run.',
    doesNotShow: 'Whether the pinned code is trustworthy, or what the actions fetch at run time.',
    resolve: 'Keep pipeline files readable in the repository, or bring external templates into it.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Replace each tag or branch by the full commit hash (images: the digest) and keep the version in a comment',
      'Let Dependabot or Renovate move the pins',
    ],
    patch: 'pin-actions',
  },
  answer({ 'ci-pipelines': item }) {
    if (item.state === 'absent') return noPipelineKept(item);
    const uses = item.fact.pipelines.flatMap((pipeline) =>
      pipeline.externalUses.map((use) => ({ ...use, path: pipeline.path })),
    );
    const loose = uses.filter((use) => use.pinnedBy !== 'commit' && use.pinnedBy !== 'digest');
    const measures = [{ name: 'pinned by hash', value: uses.length - loose.length, of: uses.length }];
    const [first] = loose;
    if (first !== undefined) {
      return no(
        `${loose.length} of ${uses.length} uses are not pinned by hash, such as ${first.reference}`,
        citeAll(item, loose),
        measures,
      );
    }
    if (item.fact.unread.length > 0) {
      return unknown(
        `${item.fact.unread.length} pipeline files could not be read`,
        'Make every pipeline file valid and readable',
        [cite(item)],
        measures,
      );
    }
    if (uses.length === 0) return notApplicable('The pipelines run nothing from outside the repository', [cite(item)]);
    return yes(`Pinned by hash: ${allCounted(uses.length, 'use')} of code from outside`, citeAll(item, uses), measures);
  },
});
