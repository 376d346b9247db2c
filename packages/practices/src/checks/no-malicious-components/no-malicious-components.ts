// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { componentsInFeed, stillOpen } from '../../dependencies/components-in-feed.ts';
import { nameSome } from '../../words/name-some.ts';
import { isoDay } from '../../days/iso-day.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PW.4.4: OSV lists malicious packages as MAL- entries.
export const noMaliciousComponents: Check = defineCheck({
  id: 'no-malicious-components',
  question: 'Is no component reported malicious?',
  scope: 'repository',
  needs: ['dependency-inventory'],
  uses: ['vulnerability-feeds'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'No component in the lockfiles is reported malicious (OSV MAL- entries), by a feed of the last seven days.',
    doesNotShow: 'Malicious code that nobody has reported yet.',
    resolve:
      'Fetch the feeds once a day (`plumbline feeds sync`), or import a bundle of them where there is no network (`plumbline feeds import FILE`).',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Remove the component and treat every machine that installed it as compromised',
      'Change the secrets that those machines could read',
    ],
    after: ['components-locked'],
  },
  answer({ 'dependency-inventory': inventory, 'vulnerability-feeds': feeds }, { asOf }) {
    const joined = componentsInFeed(inventory, feeds, { asOf, needed: ['osv'] });
    if (joined.refusal !== null) return joined.refusal;
    const { feed, components, citations } = joined;
    const hits = feed.known.filter(({ malicious }) => malicious);
    const measures = [{ name: 'malicious components', value: hits.length, of: components }];
    if (hits.length > 0)
      return no(
        `${hits.length} reported malicious: ${nameSome(hits.map(({ id, purl }) => `${id} in ${purl}`))}`,
        citations,
        measures,
      );
    const open = stillOpen(
      feed,
      { undecided: feed.undecided.filter(({ malicious }) => malicious), silentOn: 'malicious' },
      citations,
    );
    return (
      open ??
      yes(
        `${noneCounted(components, 'component')} is reported malicious (${isoDay(feed.asOf.osv ?? asOf)})`,
        citations,
        measures,
      )
    );
  },
});
