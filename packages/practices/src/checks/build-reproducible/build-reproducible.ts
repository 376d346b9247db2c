// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PW.6.2 example 3: builds in a controlled environment, shown by building twice.
export const buildReproducible: Check = defineCheck({
  id: 'build-reproducible',
  question: 'Does a second build of the release give the same bytes?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'tested',
  automation: 'not-yet',
  guide: {
    shows: 'Somebody built the release again from its source and got identical artifacts.',
    doesNotShow: 'That the source or the compiler is free of malice: both builds share them.',
    resolve: 'Build the release a second time and compare; this version does not do it yet.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Build twice on different machines and compare',
      'Remove what differs: times, paths, orders, host names, versions that float',
    ],
    after: ['build-tools-pinned', 'components-locked'],
  },
  answer({ 'release-artifacts': item }) {
    if (item.state === 'absent')
      return notApplicable(`Nothing is published: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { rebuiltIdentically, release } = item.fact;
    const name = nameSome([release]);
    if (rebuiltIdentically === null)
      return unknown(`Nobody has built ${name} a second time`, 'Build the release twice and compare', [cite(item)]);
    if (!rebuiltIdentically) return no(`A second build of ${name} gave other bytes`, [cite(item)]);
    return yes(`A second build of ${name} gave the same bytes`, [cite(item)]);
  },
});
