// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { UnfilledField } from '@plumbline/core/facts/records/record';
import { expect, test } from 'vitest';
import { evidenceOf } from '../testing/check-fixtures.ts';
import { recordContent } from './record-content.ts';

const refusalOf = (unfilled?: readonly UnfilledField[]) => {
  const fact = {
    path: 'security/risks.yaml',
    placeholder: true,
    content: { risks: [] },
    ...(unfilled !== undefined && { unfilled }),
  };
  const item = evidenceOf({ 'record:risks': fact })['record:risks'] as Seen<'record:risks'>;
  return recordContent(item, 'risks').refusal;
};

test('a placeholder is unknown, names the fields that wait, and shows where they are', () => {
  const fields = ['title', 'owner', 'decision', 'reviewOn', 'why', 'due'];
  const refusal = refusalOf(fields.map((field, index) => ({ field: `risks[0].${field}`, line: index + 3 })));
  expect(refusal).toMatchObject({
    outcome: 'unknown',
    because: 'security/risks.yaml still holds placeholders: nobody has filled in 6 required fields',
    resolve:
      'Fill in risks[0].title, risks[0].owner, risks[0].decision, risks[0].reviewOn, risks[0].why and 1 more of security/risks.yaml',
  });
  expect(refusal?.citations.map(({ location }) => location)).toContain('security/risks.yaml:3');
});

test('where the fields are not told, the file is', () => {
  expect(refusalOf()).toMatchObject({ outcome: 'unknown', resolve: 'Fill in what says TODO in security/risks.yaml' });
});
