// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { unreadPolicy } from '../../records/unread-policy.ts';

export const securityPolicyPresent: Check = defineCheck({
  id: 'security-policy-present',
  question: 'Does the project say in writing how to report a vulnerability?',
  scope: 'product',
  needs: ['security-policy'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'A document in the repository tells finders what to do.',
    doesNotShow: 'Whether anybody answers, or whether the policy is complete (disclosure-policy-complete).',
    resolve: 'Bring the policy into the repository: a link to another place cannot be read offline.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Write SECURITY.md: scope, private channel, what to send, response times'],
    patch: 'add-security-policy',
  },
  answer({ 'security-policy': item }) {
    if (item.state === 'absent') return no(`No vulnerability policy in ${item.lookedIn}`, [cite(item)]);
    const { documents, channels, elsewhere, placeholder } = item.fact;
    if (documents.length > 0 && !placeholder)
      return yes(`The policy stands in ${documents.map((place) => place.path).join(', ')}`, citeAll(item, documents));
    const [link] = elsewhere;
    if (link !== undefined)
      return unknown(
        `The policy is said to be at ${link.url}`,
        'Bring the policy into the repository, or pass it as evidence',
        [cite(item, { at: link.at })],
      );
    const hidden = unreadPolicy(item);
    if (hidden !== null) return hidden;
    return documents.length > 0
      ? no('The policy is still the text of a template', citeAll(item, documents))
      : no(
          'No document says how to report: only a channel is named',
          citeAll(
            item,
            channels.map(({ at }) => at),
          ),
        );
  },
});
