// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { everyArtifact } from '../../reports/every-artifact.ts';

// SP 800-218 PW.6.2 example 3: builds in a controlled environment, shown by building twice.
export const buildReproducible: Check = defineCheck({
  id: 'build-reproducible',
  question: 'Did a second build of the newest release, in other conditions, give the same bytes?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'tested',
  automation: 'automatic',
  guide: {
    shows:
      'The newest `plumbline build --reproduce` of the release’s commit made each artifact twice, in other conditions, and both are the released bytes.',
    doesNotShow: 'That the source or the compiler is free of malice: both builds share them, and the machine.',
    resolve:
      'Build the commit of the release with `plumbline build --reproduce -- COMMAND`, and release what it makes.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Build twice and compare: plumbline build --reproduce -- COMMAND',
      'Remove what differs: times, paths, orders, host names, versions that float',
    ],
    after: ['build-tools-pinned', 'components-locked'],
  },
  answer({ 'release-artifacts': item }) {
    const commit = item.state === 'found' ? item.fact.commit.slice(0, 12) : '';
    return everyArtifact(item, {
      has: ({ rebuiltIdentically }) => rebuiltIdentically,
      what: 'a second build with the same bytes',
      shownBy: ({ isolatedBuildOn }) => (isolatedBuildOn === null ? [] : [`built on ${isolatedBuildOn}`]),
      lacks: ({ rebuiltIdentically }) =>
        rebuiltIdentically === null ? 'was not built a second time' : 'came out with other bytes',
      resolve: () => `Run plumbline build --reproduce --revision ${commit} -- COMMAND, and release what it makes`,
    });
  },
});
