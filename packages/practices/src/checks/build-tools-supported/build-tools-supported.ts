// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { oldOrMissing } from '../../dependencies/components-in-feed.ts';
import { counted } from '../../words/counted.ts';
import { countedDependencies } from '../../dependencies/counted-dependencies.ts';
import { nameSome } from '../../words/name-some.ts';
import { isoDay } from '../../days/iso-day.ts';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PW.6.1 example 1: up-to-date versions of compiler, interpreter and build tools.
export const buildToolsSupported: Check = defineCheck({
  id: 'build-tools-supported',
  question: 'Is no compiler, runtime or base image of the build past its end of life?',
  scope: 'repository',
  needs: ['build-configuration', 'dependency-inventory'],
  uses: ['vulnerability-feeds'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'None of the tools and base images that the build names is past its end of life, by a feed of the last seven days.',
    doesNotShow: 'The age of tools that the build takes from its host without naming them.',
    resolve:
      'Name the versions of compilers, runtimes and base images, and fetch end-of-life data (`plumbline feeds sync`, or `plumbline feeds import FILE`).',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Move to a supported version of each tool that is named',
      'Let an update bot propose new versions of tools and images',
    ],
    after: ['build-tools-pinned'],
  },
  answer({ 'build-configuration': build, 'dependency-inventory': inventory, 'vulnerability-feeds': feeds }, { asOf }) {
    const toolchains = build.state === 'absent' ? [] : build.fact.toolchains;
    const images = inventory.state === 'absent' ? [] : countedDependencies(inventory.fact).baseImages;
    if (build.state === 'absent' && images.length === 0)
      return notApplicable(`Nothing is built here: ${shortText(build.lookedIn)}`, [cite(build), cite(inventory)]);
    const named = toolchains.length + images.length;
    const here = [
      ...citeAll(
        build,
        toolchains.map(({ at }) => at),
        5,
      ),
      ...citeAll(inventory, images, 5),
    ] as const;
    if (named === 0)
      return unknown('The build names no version of a tool', 'Name the versions of compiler, runtime and base images', [
        cite(build),
        cite(inventory),
      ]);
    if (feeds === undefined || feeds.state === 'absent')
      return unknown(
        `No feed was asked about ${counted(named, 'tool version')}`,
        factSources['vulnerability-feeds'].resolve,
        here,
      );
    const refusal = oldOrMissing(feeds.fact, ['end-of-life'], asOf, [cite(feeds)]);
    if (refusal !== null) return refusal;
    const ended = feeds.fact.endOfLife.filter(({ since }) => !(Date.parse(since) > Date.parse(asOf)));
    const measures = [{ name: 'tools past their end of life', value: ended.length, of: named }];
    if (ended.length > 0)
      return no(
        `${ended.length} of ${counted(named, 'tool version')} past end of life: ${nameSome(ended.map(({ tool, version, since }) => `${tool} ${version} since ${isoDay(since)}`))}`,
        [cite(feeds), ...here],
        measures,
      );
    const unplaced = feeds.fact.lifecycleUnknown;
    if (unplaced.length > 0)
      return unknown(
        `End-of-life data does not place ${unplaced.length} of ${counted(named, 'tool version')}: ${nameSome(unplaced.map(({ tool, version, because }) => `${tool} ${version} (${because})`))}`,
        'Name a released version of each, of a product whose maintainers publish how long they support it',
        [cite(feeds), ...here],
        measures,
      );
    return yes(
      `${noneCounted(named, 'tool version')} is past its end of life (${isoDay(feeds.fact.asOf['end-of-life'] ?? asOf)})`,
      [cite(feeds), ...here],
      measures,
    );
  },
});
