// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { componentsInFeed, stillOpen } from '../../dependencies/components-in-feed.ts';
import { nameSome } from '../../words/name-some.ts';
import { isoDay } from '../../days/iso-day.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PW.4.4 example 4: each component is still actively maintained and has not reached its end of life.
export const componentsMaintained: Check = defineCheck({
  id: 'components-maintained',
  question: 'Is every component still maintained?',
  scope: 'repository',
  needs: ['dependency-inventory'],
  uses: ['vulnerability-feeds'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'No component in the lockfiles is reported abandoned or deprecated by advisories of the last seven days.',
    doesNotShow:
      'Whether those who maintain a component would fix a vulnerability in time, and components that were left without anybody reporting it: few databases do.',
    resolve:
      'Fetch the feeds once a day (`plumbline feeds sync`), or import a bundle of them where there is no network (`plumbline feeds import FILE`).',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Replace each unmaintained component, or take over its maintenance',
      'Record the plan for those that stay in security/risks.yaml',
    ],
    after: ['components-locked'],
  },
  answer({ 'dependency-inventory': inventory, 'vulnerability-feeds': feeds }, { asOf }) {
    const joined = componentsInFeed(inventory, feeds, { asOf, needed: ['osv'] });
    if (joined.refusal !== null) return joined.refusal;
    const { feed, components, citations } = joined;
    const abandoned = [...new Set(feed.unmaintained)].toSorted();
    const measures = [{ name: 'unmaintained components', value: abandoned.length, of: components }];
    if (abandoned.length > 0)
      return no(
        `${abandoned.length} of ${components} components are not maintained: ${nameSome(abandoned)}`,
        citations,
        measures,
      );
    return (
      stillOpen(feed, { silentOn: 'unmaintained' }, citations) ??
      yes(
        `${noneCounted(components, 'component')} is reported unmaintained (${isoDay(feed.asOf.osv ?? asOf)})`,
        citations,
        measures,
      )
    );
  },
});
