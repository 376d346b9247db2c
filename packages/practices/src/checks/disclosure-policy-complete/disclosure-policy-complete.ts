// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { PolicySections } from '@plumbline/core/facts/security-policy';
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { policyLinks } from '../../records/policy-links.ts';
import { shortText } from '../../words/short-text.ts';
import { unreadPolicy } from '../../records/unread-policy.ts';

/** What ISO/IEC 29147 and RV.1.3 ask a policy to say. Supported versions are shown where they stand, and not required. */
const required: readonly { readonly section: keyof PolicySections; readonly name: string }[] = [
  { section: 'scope', name: 'scope' },
  { section: 'channel', name: 'channel' },
  { section: 'whatToSend', name: 'what to send' },
  { section: 'responseTimes', name: 'response times' },
  { section: 'coordination', name: 'coordination' },
  { section: 'safeHarbour', name: 'safe harbour' },
  { section: 'credit', name: 'credit' },
];

export const disclosurePolicyComplete: Check = defineCheck({
  id: 'disclosure-policy-complete',
  question:
    'Does the policy state scope, channel, what to send, response times, coordination, safe harbour and credit?',
  scope: 'product',
  needs: ['security-policy'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows:
      'A finder can read beforehand what is covered, where and what to send, when to expect an answer, how disclosure is coordinated, that good faith is not prosecuted, and whether credit is given.',
    doesNotShow: 'Whether the promises are kept (reports-answered-in-time), or how well each part is written.',
    resolve: 'Bring the policy into the repository: a link to another place cannot be read offline.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Add the sections that are missing', 'Promise only times that you can keep'],
    patch: 'add-security-policy',
    after: ['security-policy-present'],
  },
  answer({ 'security-policy': item }) {
    if (item.state === 'absent') return no(`No disclosure policy in ${shortText(item.lookedIn)}`, [cite(item)]);
    const { documents, sections, placeholder } = item.fact;
    const said = required.filter(({ section }) => sections[section] !== null);
    const missing = required.filter(({ section }) => sections[section] === null).map(({ name }) => name);
    const places = Object.values(sections).filter((place): place is SourceLocation => place !== null);
    const measures = [{ name: 'parts of the policy', value: said.length, of: required.length }];
    if (missing.length === 0 && documents.length > 0 && !placeholder)
      return yes(`The policy states all ${required.length} parts`, citeAll(item, places), measures);
    const [link] = policyLinks(item.fact);
    if (link !== undefined)
      return unknown(
        `The policy, or more of it, is said to be at ${shortText(link.url)}; not seen here: ${missing.join(', ')}`,
        'Bring the policy into the repository',
        [cite(item, { at: link.at })],
        measures,
      );
    const hidden = unreadPolicy(item);
    if (hidden !== null) return hidden;
    if (documents.length === 0)
      return no('No disclosure policy: only a channel is named', citeAll(item, places), measures);
    if (placeholder) return no('The policy is still the text of a template', citeAll(item, documents), measures);
    return no(`The policy does not state ${missing.join(', ')}`, citeAll(item, documents), measures);
  },
});
