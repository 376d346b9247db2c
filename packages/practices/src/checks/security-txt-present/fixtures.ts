// SPDX-License-Identifier: Apache-2.0
import type { SecurityTxt } from '@plumbline/core/facts/security-txt';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aSecurityTxt } from '../../testing/fixture-policies.ts';

const withTxt = (txt: Partial<SecurityTxt>): FixtureFacts => ({ 'security-txt': aSecurityTxt(txt) });
const problem = { clause: '2.5.5', message: 'more than a year ahead', line: 2 };

export const fixtures: CheckFixtures = {
  facts: withTxt({}),
  flip: { kind: 'security-txt', at: ['expires'], to: '2026-06-30T12:00:00Z' },
  also: [
    { name: 'none', facts: { 'security-txt': 'absent' }, outcome: 'no' },
    { name: 'a placeholder', facts: withTxt({ placeholder: true }), outcome: 'no' },
    { name: 'no end', facts: withTxt({ expires: null }), outcome: 'no' },
    { name: 'an end at no date', facts: withTxt({ expires: 'never' }), outcome: 'no' },
    { name: 'a bare address is no contact', facts: withTxt({ contacts: ['security@example.com'] }), outcome: 'no' },
    { name: 'plain http is no contact', facts: withTxt({ contacts: ['http://example.com/report'] }), outcome: 'no' },
    { name: 'a form', facts: withTxt({ contacts: ['https://example.com/report'] }), outcome: 'yes' },
    { name: 'another clause is broken', facts: withTxt({ problems: [problem] }), outcome: 'yes' },
  ],
};
