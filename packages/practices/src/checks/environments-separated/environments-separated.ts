// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import type { EnvironmentEntry } from '@plumbline/core/facts/records/environments-record';
import { counted } from '../../words/counted.ts';
import { environmentNames } from '../../pipelines/environment-names.ts';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import { shortText } from '../../words/short-text.ts';

const neededKinds = ['build', 'test', 'production'] as const;
const aspects = ['network', 'identities', 'secrets'] as const;

// SP 800-218 PO.5.1 example 2. Joined with the pipelines: what they deploy to must be in the record.
export const environmentsSeparated: Check = defineCheck({
  id: 'environments-separated',
  question: 'Are the networks, identities and secrets of build, test and production apart?',
  scope: 'organisation',
  needs: ['record:environments', 'ci-pipelines'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'The record describes every environment that the pipelines name, and no two kinds share a network, identities or secrets.',
    doesNotShow: 'Whether the separation holds on the machines: the record is what people say.',
    resolve: 'Keep security/environments.yaml with every environment, its network, identities and secrets.',
  },
  remedy: {
    effort: 'weeks',
    steps: [
      'Record each environment in security/environments.yaml with its network, identities and secrets',
      'Give build, test and production networks, service accounts and secret stores of their own',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:environments': item, 'ci-pipelines': ci }, { asOf }) {
    const { content, refusal } = recordContent(item, 'environments');
    if (refusal !== null) return refusal;
    const { environments, owner, reviewedOn } = content;
    const missing = neededKinds.filter((kind) => !environments.some((entry) => entry.kind === kind));
    if (missing.length > 0) return no(`The record has no environment for ${missing.join(', ')}`, [cite(item)]);
    const recorded = new Set(environments.map(({ name }) => name.trim().toLowerCase()));
    const strangers = ci.state === 'absent' ? [] : environmentNames(ci.fact).filter((name) => !recorded.has(name));
    if (strangers.length > 0) {
      return no(
        `Pipelines deploy to ${counted(strangers.length, 'environment')} that the record does not know: ${nameSome(strangers)}`,
        [cite(item), cite(ci)],
      );
    }
    const shared = aspects.flatMap((aspect) => sharedIn(environments, aspect));
    const [first] = shared;
    if (first !== undefined) return no(`${shared.length} shared, such as ${first}`, [cite(item)]);
    const isOwned = owner !== null && reviewedWithinYear(reviewedOn, asOf);
    return yes(
      `${counted(environments.length, 'environment')} share no network, identities or secrets between kinds`,
      [cite(item, { strength: isOwned ? 'documented' : 'asserted' })],
      [{ name: 'environments', value: environments.length }],
    );
  },
});

/** What two environments of different kinds share, or leave unsaid, in one aspect. */
function sharedIn(environments: readonly EnvironmentEntry[], aspect: (typeof aspects)[number]): readonly string[] {
  return environments.flatMap((one, index) => {
    const own = one[aspect].trim().toLowerCase();
    if (own === '') return [`${aspect} of ${shortText(one.name)} not said`];
    return environments
      .slice(index + 1)
      .filter((other) => other.kind !== one.kind && other[aspect].trim().toLowerCase() === own)
      .map((other) => `${aspect} of ${shortText(one.name)} and ${shortText(other.name)}`);
  });
}
