// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { nameSome } from '../../words/name-some.ts';
import { policyLinks } from '../../records/policy-links.ts';
import { contactsOf } from '../../records/security-txt-contacts.ts';
import { shortText } from '../../words/short-text.ts';
import { unreadPolicy } from '../../records/unread-policy.ts';

// SP 800-218 RV.1.1; doubtful case 13: channel and policy are judged apart. A link in an issue template is a channel.
export const reportingChannelPrivate: Check = defineCheck({
  id: 'reporting-channel-private',
  question: 'Does the project name a private way to report a vulnerability?',
  scope: 'product',
  needs: ['security-policy', 'security-txt'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows:
      'A policy, an issue-template link or a security.txt of the project names an address, form or confidential report that the public cannot read along.',
    doesNotShow:
      'Whether anybody reads it (reporting-channel-live). A forge’s private reporting that is only switched on, and named nowhere, leaves no trace in the tree.',
    resolve: 'Name the channel in the repository: a policy that is kept elsewhere cannot be read offline.',
  },
  remedy: {
    effort: 'minutes',
    steps: [
      'Switch on the forge’s private vulnerability reporting, or set up an address that several people read',
      'Name it in SECURITY.md',
    ],
    patch: 'add-security-policy',
  },
  answer({ 'security-policy': policy, 'security-txt': txt }) {
    const channels = policy.state === 'absent' || policy.fact.placeholder ? [] : policy.fact.channels;
    if (channels.length > 0)
      return yes(
        `${nameSome([...new Set(channels.map(({ kind }) => kind))])} named in ${nameSome([...new Set(channels.map(({ at }) => at.path))])}`,
        citeAll(
          policy,
          channels.map(({ at }) => at),
        ),
      );
    const contacts = txt.state === 'absent' ? [] : contactsOf(txt.fact);
    if (contacts.length > 0 && txt.state === 'found')
      return yes(`${contacts.length} contacts named in ${shortText(txt.fact.path)}`, [cite(txt)]);
    const [link] = policy.state === 'absent' ? [] : policyLinks(policy.fact);
    if (link !== undefined)
      return unknown(
        `The policy is said to be at ${shortText(link.url)}`,
        'Name the private channel in the repository too',
        [cite(policy, { at: link.at })],
      );
    const hidden = unreadPolicy(policy);
    if (hidden !== null) return hidden;
    if (policy.state === 'absent')
      return no(`No policy, template link or security.txt names a channel: ${shortText(policy.lookedIn)}`, [
        cite(policy),
        cite(txt),
      ]);
    const what = policy.fact.placeholder
      ? 'The policy is still the text of a template'
      : 'The policy names no private channel';
    return no(`${what} (private reporting of the forge, if it is on, is named nowhere)`, [
      ...citeAll(policy, policy.fact.documents),
      cite(txt),
    ]);
  },
});
