// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { ExternalUse } from '@plumbline/core/facts/ci-pipelines';
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import { noPipelineKept } from '../../pipelines/no-pipeline-kept.ts';
import { counted } from '../../words/counted.ts';

// SP 800-218 PO.3.2 example 5: update, upgrade or replace tools as needed.
export const toolchainKeptCurrent: Check = defineCheck({
  id: 'toolchain-kept-current',
  question: 'Does an update bot keep what the pipelines run from outside current?',
  scope: 'repository',
  needs: ['ci-pipelines', 'update-bots'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'A bot is switched on for the kind of external code that the pipelines use most.',
    doesNotShow: 'Whether its proposals are merged, and the tools that pipelines install by script.',
    resolve: 'Keep pipeline files and the configuration of the bot readable in the tree.',
  },
  remedy: {
    effort: 'minutes',
    steps: ['Let Dependabot (package-ecosystem: github-actions) or Renovate move the versions in the pipelines'],
    patch: 'add-dependabot',
    after: ['workflow-actions-pinned'],
  },
  answer({ 'ci-pipelines': item, 'update-bots': updates }) {
    if (item.state === 'absent') return noPipelineKept(item);
    const uses = item.fact.pipelines.flatMap((pipeline) =>
      pipeline.externalUses.map((use) => ({ ...use, path: pipeline.path })),
    );
    if (uses.length === 0) {
      return item.fact.unread.length > 0
        ? unknown(
            'No use seen, but some pipeline files could not be read',
            'Make every pipeline file readable',
            citeAll(item, item.fact.unread),
          )
        : notApplicable('The pipelines use nothing from outside the repository', [cite(item)]);
    }
    const bots = updates.state === 'found' ? updates.fact.bots.filter((bot) => bot.enabled) : [];
    const kept = uses.filter((use) => bots.some((bot) => keeps(bot, use)));
    const measures = [{ name: 'uses that a bot keeps current', value: kept.length, of: uses.length }];
    const left = [...new Set(uses.filter((use) => !kept.includes(use)).map(({ kind }) => kind))].toSorted();
    const besides = left.length === 0 ? '' : `; left out: ${left.join(', ')}`;
    const because = `A bot keeps ${kept.length} of ${counted(uses.length, 'use')} current${besides}`;
    const citations = [...citeAll(item, uses, 5), ...citeAll(updates, bots)] as const;
    // As for manifests (doubtful case 5): the main kind decides, the others are named.
    return kept.length * 2 >= uses.length
      ? yes(because, citations, measures)
      : no(`${because} (an organisation-wide bot leaves no file)`, citations, measures);
  },
});

function keeps({ ecosystems }: UpdateBot, { kind }: ExternalUse): boolean {
  if (ecosystems.includes('*')) return true;
  return (kind === 'action' || kind === 'reusable-workflow') && ecosystems.includes('github-actions');
}
