// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Manifest } from '@plumbline/core/facts/dependency-inventory';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';
import { botCovers, mainManifest } from '../../dependencies/main-manifest.ts';

const mayBe = 'an organisation-wide bot or a service outside the tree leaves no file';

// Doubtful case 5: yes if configured for the main manifest; ecosystems that it leaves out are named.
export const dependencyUpdatesConfigured: Check = defineCheck({
  id: 'dependency-updates-configured',
  question: 'Is an update bot configured for the main manifest?',
  scope: 'repository',
  needs: ['update-bots', 'dependency-inventory'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'Dependabot, Renovate or the like is switched on for the ecosystem and folder of the main manifest.',
    doesNotShow: 'Whether anybody merges what it proposes (components-monitored).',
    resolve: 'Keep the configuration of the bot and the manifests readable in the tree.',
  },
  remedy: {
    effort: 'minutes',
    steps: ['Add .github/dependabot.yml or renovate.json for every ecosystem of the repository'],
    patch: 'add-dependabot',
  },
  answer({ 'update-bots': item, 'dependency-inventory': inventory }) {
    if (item.state === 'absent') return no(`No update bot is configured (${mayBe})`, [cite(item)]);
    const bots = item.fact.bots.filter((bot) => bot.enabled);
    if (bots.length === 0) {
      const off = item.fact.bots.length > 0 ? 'Every update bot is switched off' : 'No update bot is configured';
      return no(`${off} (${mayBe})`, citeAll(item, item.fact.bots));
    }
    const names = nameSome([...new Set(bots.map(({ bot }) => bot))]);
    const manifests = inventory.state === 'found' ? inventory.fact.manifests : [];
    const main = mainManifest(manifests);
    if (main === undefined)
      return yes(`${names} is configured; no manifest names dependencies`, [...citeAll(item, bots), cite(inventory)]);
    const left = leftOut(manifests.filter((manifest) => !bots.some((bot) => botCovers(bot, manifest, manifests))));
    if (bots.some((bot) => botCovers(bot, main, manifests))) {
      const besides = left.length === 0 ? '' : `; left out: ${nameSome(left)}`;
      return yes(`${names} covers ${shortText(main.path)} (${main.ecosystem})${besides}`, [
        ...citeAll(item, bots),
        cite(inventory, { at: main.path }),
      ]);
    }
    return no(`${names} does not cover the main manifest ${shortText(main.path)} (${main.ecosystem})`, [
      ...citeAll(item, bots),
      cite(inventory, { at: main.path }),
    ]);
  },
});

function leftOut(manifests: readonly Manifest[]): readonly string[] {
  const counting = manifests.filter(
    ({ role, dependencies }) => dependencies > 0 && (role === 'shipped' || role === 'tooling'),
  );
  return [...new Set(counting.map(({ ecosystem }) => ecosystem))].toSorted();
}
