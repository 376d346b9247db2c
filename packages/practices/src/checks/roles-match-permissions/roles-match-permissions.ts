// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { personKey } from '../../records/person-key.ts';
import { recordContent } from '../../records/record-content.ts';
import { shortText } from '../../words/short-text.ts';
import { whyStale } from '../../days/why-stale.ts';

export const rolesMatchPermissions: Check = defineCheck({
  id: 'roles-match-permissions',
  question: 'Does everybody who administers the repository or may release hold a recorded role?',
  scope: 'organisation',
  needs: ['forge-settings', 'record:roles'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows: 'Nobody has administration or release rights on the forge without a role in the record of roles.',
    doesNotShow: 'Whether the role calls for the right, or what rights people have elsewhere (registries, clouds).',
    resolve: 'Read the forge with a token that sees administrators; record holders by their handles on the forge.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Take administration and release rights from those who hold no role',
      'Record a role for those who need them',
    ],
    after: ['security-roles-assigned'],
  },
  answer({ 'forge-settings': forge, 'record:roles': item }, { asOf }) {
    const stale = whyStale(forge, asOf, 30);
    if (stale !== null) return stale;
    if (forge.state === 'absent')
      return unknown(`The forge shows no settings: ${shortText(forge.lookedIn)}`, 'Read the forge', [cite(forge)]);
    const { content, refusal } = recordContent(item, 'roles');
    if (refusal !== null) return refusal;
    const holders = content.roles.flatMap((role) => role.holders);
    const known = new Set(holders.map((holder) => personKey(holder)));
    const powerful = [
      ...new Set([...forge.fact.administrators, ...forge.fact.releasers].map((name) => personKey(name))),
    ];
    const strangers = powerful.filter((name) => !known.has(name));
    const measures = [
      {
        name: 'administrators and releasers with a role',
        value: powerful.length - strangers.length,
        of: powerful.length,
      },
    ];
    const citations = [cite(forge), cite(item)] as const;
    if (strangers.length === 0) {
      return yes(
        `A role is held by ${allCounted(powerful.length, 'account')} with administration or release rights`,
        citations,
        measures,
      );
    }
    const because = `${strangers.length} of ${counted(powerful.length, 'account')} with administration or release rights hold no role`;
    // An address and a handle may be the same person: only handles can be compared with the forge.
    const addresses = [...known].filter((name) => name.includes('@'));
    if (addresses.length > 0) {
      return unknown(
        `${because}, but ${counted(addresses.length, 'holder')} are recorded by address and not by handle`,
        'Record the holders in security/roles.yaml by their handles on the forge',
        citations,
        measures,
      );
    }
    return no(because, citations, measures);
  },
});
