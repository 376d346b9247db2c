// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { countedDependencies } from '../../dependencies/counted-dependencies.ts';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PW.4.1; doubtful case 11.
export const componentsLocked: Check = defineCheck({
  id: 'components-locked',
  question: 'Does every manifest that is built, shipped or used in CI have a lockfile that agrees with it?',
  scope: 'repository',
  needs: ['dependency-inventory'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'Two builds of this commit get the same versions of all components, direct and indirect.',
    doesNotShow:
      'Whether the versions are good, or whether the build installs from the lockfile. Exact direct versions without the indirect ones are no lock.',
    resolve: 'Make manifests and lockfiles readable: valid, below the size limit, and committed.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Let the package manager write a lockfile for each manifest, and commit it',
      'Install from it in CI (npm ci, cargo --locked, pip --require-hashes, bundle --frozen …)',
    ],
  },
  answer({ 'dependency-inventory': item }) {
    if (item.state === 'absent') return notApplicable(`No manifest: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { manifests, unread } = countedDependencies(item.fact);
    const apart = item.fact.manifests.length - manifests.length;
    const naming = manifests.filter(({ lock }) => lock !== 'not-needed');
    const open = naming.filter(({ lock }) => lock === 'missing' || lock === 'disagrees');
    const measures = [
      { name: 'manifests locked', value: naming.filter(({ lock }) => lock === 'locked').length, of: naming.length },
      { name: 'examples and fixtures left out', value: apart },
    ];
    const [first] = open;
    if (first !== undefined)
      return no(
        `${open.length} of ${counted(naming.length, 'manifest')} not locked, such as ${nameSome([first.path])} (${nameSome([first.because])})`,
        citeAll(item, open),
        measures,
      );
    const doubtful = naming.filter(({ lock }) => lock === 'unknown');
    const [hidden] = [...doubtful, ...unread];
    if (hidden !== undefined)
      return unknown(
        `${counted(doubtful.length + unread.length, 'file')} could not be judged, such as ${nameSome([hidden.path])} (${nameSome([hidden.because])})`,
        `Make ${nameSome([hidden.path])} valid and readable`,
        citeAll(item, [...doubtful, ...unread]),
        measures,
      );
    if (naming.length === 0)
      return notApplicable(
        manifests.length === 0 ? 'No manifest names components' : 'The manifests name no component that needs a lock',
        [cite(item)],
      );
    return yes(
      `Locked: ${allCounted(naming.length, 'manifest')}${apart === 0 ? '' : ` (left out: ${counted(apart, 'example or fixture', 'examples and fixtures')})`}`,
      citeAll(item, naming),
      measures,
    );
  },
});
