// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { StatementEntry } from '@plumbline/core/facts/records/statements-record';
import { describe, expect, test } from 'vitest';
import { statementOn } from './statement-on.ts';
import { evidenceOf } from '../testing/check-fixtures.ts';

const asOf = '2026-06-30T23:59:59Z';
const statement: StatementEntry = {
  topic: 'management-commitment',
  text: 'We do',
  by: 'officer',
  role: 'CTO',
  on: '2026-01-10',
  validUntil: null,
  decision: [],
};
const record = (entry: StatementEntry, placeholder = false): Seen<'record:statements'> =>
  evidenceOf({
    'record:statements': { path: 'security/statements.yaml', placeholder, content: { statements: [entry] } },
  })['record:statements'] as Seen<'record:statements'>;
const strengthOf = (entry: StatementEntry): string | null => {
  const found = statementOn(record(entry), 'management-commitment', asOf);
  return found.refusal === null ? found.citation.strength : null;
};

describe('statementOn', () => {
  test.each([
    ['a current one is asserted', statement, 'asserted'],
    ['too old', { ...statement, on: '2025-01-10' }, null],
    ['of the future', { ...statement, on: '2026-07-10' }, null],
    ['no date at all', { ...statement, on: 'soon' }, null],
    ['past its end', { ...statement, validUntil: '2026-06-29' }, null],
    ['on its last day', { ...statement, validUntil: '2026-06-30' }, 'asserted'],
    ['without a person', { ...statement, by: ' ' }, null],
    ['on another topic', { ...statement, topic: 'executable-testing-decided' }, null],
    ['old, reviewed since', { ...statement, on: '2024-01-10', reviewedOn: '2026-02-01' }, 'asserted'],
    [
      'with an owned and reviewed document',
      { ...statement, document: 'docs/commitment.md', owner: 'CTO', reviewedOn: '2026-02-01' },
      'documented',
    ],
    ['with a document that nobody owns', { ...statement, document: 'docs/commitment.md' }, 'asserted'],
  ])('%s', (_, entry, strength) => {
    expect(strengthOf(entry as StatementEntry)).toBe(strength);
  });

  test('a placeholder never counts', () => {
    expect(statementOn(record(statement, true), 'management-commitment', asOf).refusal).toMatchObject({
      outcome: 'unknown',
      because: 'security/statements.yaml still holds placeholders',
    });
  });

  test('absent says where it was looked for', () => {
    const absent = evidenceOf({ 'record:statements': 'absent' })['record:statements'] as Seen<'record:statements'>;
    expect(statementOn(absent, 'management-commitment', asOf).refusal?.because).toMatch(/the whole tree/);
  });
});
