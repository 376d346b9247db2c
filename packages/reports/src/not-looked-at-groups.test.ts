// SPDX-License-Identifier: Apache-2.0
import type { NotLookedAt } from '@plumbline/core/assessment/assessment';
import { expect, test } from 'vitest';
import { notLookedAtGroups } from './not-looked-at-groups.ts';

const entry = (area: NotLookedAt['area'], what: string, because: string): NotLookedAt => ({
  area,
  what,
  because,
  resolve: `Bring ${what}`,
});

test('areas stand in their order, one reason stands once, and nothing is lost', () => {
  const entries = [
    entry('forge', 'Settings', 'no token'),
    entry('records', 'Roles', 'none declared'),
    entry('records', 'Training', 'none declared'),
    entry('records', 'Risks', 'security/risks.yaml: not valid YAML'),
  ];
  const groups = notLookedAtGroups(entries);
  expect(groups.map(({ title }) => title)).toEqual(['Records that people keep', 'The forge']);
  expect(groups[0]?.reasons).toEqual([
    { because: 'none declared', whats: ['Roles', 'Training'], resolves: ['Bring Roles', 'Bring Training'] },
    { because: 'security/risks.yaml: not valid YAML', whats: ['Risks'], resolves: ['Bring Risks'] },
  ]);
  const told = groups.flatMap(({ reasons }) => reasons.flatMap(({ whats }) => whats));
  expect(told.toSorted()).toEqual(entries.map(({ what }) => what).toSorted());
  expect(notLookedAtGroups([])).toEqual([]);
});
