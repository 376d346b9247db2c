// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { environmentNames } from '../../pipelines/environment-names.ts';
import { shortText } from '../../words/short-text.ts';
import { whyStale } from '../../days/why-stale.ts';

export const deploymentsApproved: Check = defineCheck({
  id: 'deployments-approved',
  question: 'Must somebody approve each deployment to an environment of the forge?',
  scope: 'repository',
  needs: ['forge-settings', 'ci-pipelines'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows: 'Every environment that the forge knows or a pipeline deploys to has at least one required reviewer.',
    doesNotShow: 'Deployments that go around the environments of the forge, and how carefully approvals are given.',
    resolve: 'Read the environments of the repository with a token that may see them.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Define an environment for every place that pipelines deploy to', 'Require a reviewer for each of them'],
  },
  answer({ 'forge-settings': forge, 'ci-pipelines': item }, { asOf }) {
    const stale = whyStale(forge, asOf, 30);
    if (stale !== null) return stale;
    if (forge.state === 'absent')
      return unknown(`The forge shows no settings: ${shortText(forge.lookedIn)}`, 'Read the forge', [cite(forge)]);
    const used = item.state === 'absent' ? [] : environmentNames(item.fact);
    const defined = new Map(
      forge.fact.environments.map(({ name, requiredReviewers }) => [name.toLowerCase(), requiredReviewers]),
    );
    const names = [...new Set([...defined.keys(), ...used])].toSorted();
    if (names.length === 0)
      return notApplicable('Neither the forge nor a pipeline names an environment', [cite(forge), cite(item)]);
    const open = names.filter((name) => (defined.get(name) ?? 0) < 1);
    const measures = [
      { name: 'environments with a required reviewer', value: names.length - open.length, of: names.length },
    ];
    const citations = [cite(forge), cite(item)] as const;
    return open.length === 0
      ? yes(`A reviewer is required for ${allCounted(names.length, 'environment')}`, citations, measures)
      : no(
          `${open.length} of ${counted(names.length, 'environment')} require no reviewer: ${nameSome(open)}`,
          citations,
          measures,
        );
  },
});
