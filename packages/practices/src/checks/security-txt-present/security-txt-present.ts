// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { contactsOf } from '../../records/security-txt-contacts.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 RV.1.1; RFC 9116; doubtful case 13: test data or a template that the product ships is not the project's own.
export const securityTxtPresent: Check = defineCheck({
  id: 'security-txt-present',
  question: 'Does the project have a security.txt of its own, unexpired and with a valid contact?',
  scope: 'product',
  needs: ['security-txt'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'The tree holds a security.txt with a contact that RFC 9116 allows and an Expires that is yet to come.',
    doesNotShow: 'Whether a web site serves it, or whether anybody reads the contact.',
    resolve: 'Keep the file in the repository, under .well-known.',
  },
  remedy: {
    effort: 'minutes',
    steps: [
      'Write .well-known/security.txt with Contact, Expires within a year, and Policy',
      'Serve it at /.well-known/security.txt',
    ],
    patch: 'add-security-txt',
    after: ['security-policy-present'],
  },
  answer({ 'security-txt': item }, { asOf }) {
    if (item.state === 'absent')
      return no(
        `No security.txt of the project: ${shortText(item.lookedIn)} (a web site may serve one that is kept elsewhere)`,
        [cite(item)],
      );
    const { path, expires, placeholder, problems } = item.fact;
    const name = shortText(path);
    const here = [cite(item, { at: path })] as const;
    if (placeholder) return no(`${name} is a placeholder`, here);
    const contacts = contactsOf(item.fact).length;
    if (contacts === 0) return no(`${name} names no valid Contact (RFC 9116 §2.5.3)`, here);
    const end = expires === null ? Number.NaN : Date.parse(expires);
    if (Number.isNaN(end)) return no(`${name} has no valid Expires (RFC 9116 §2.5.5)`, here);
    if (end <= Date.parse(asOf)) return no(`${name} expired on ${shortText(expires ?? '')}`, here);
    const faults = problems.length > 0 ? `; ${problems.length} other clauses of RFC 9116 broken` : '';
    return yes(`${name}: ${contacts} contacts, valid until ${new Date(end).toISOString().slice(0, 10)}${faults}`, here);
  },
});
