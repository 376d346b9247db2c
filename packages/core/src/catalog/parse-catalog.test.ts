// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { parseCatalog } from './parse-catalog.ts';
import { sampleFramework } from './testing/sample-catalog.ts';

const [preparing, producing] = sampleFramework.groups;

describe('parseCatalog', () => {
  test('keeps the texts as they are and leaves out what is not given', () => {
    const parsed = parseCatalog(sampleFramework);
    if (!parsed.ok) throw new Error(parsed.message);
    expect(parsed.value.groups[1]?.practices[0]?.tasks[1]).toEqual({
      id: 'PW.7.2',
      statement: 'Perform the code review.',
      examples: [{ id: 'PW.7.2.1', number: 1, text: 'Use peer review.' }],
      references: [{ document: 'DOC', text: '1.1, 1.2', items: ['1.1', '1.2'] }],
      items: [],
    });
    expect(parsed.value.footnotes).toEqual([{ number: 1, task: 'PW.7.2', text: 'A footnote.' }]);
  });

  test.each([
    [
      'an id below another practice',
      { ...preparing, practices: [{ ...preparing?.practices[0], id: 'PS.1' }] },
      'PS.1 does not belong below PO.',
    ],
    ['an id that is given twice', producing, 'PW is given twice'],
  ])('refuses %s', (_, group, message) => {
    expect(parseCatalog({ ...sampleFramework, groups: [group, producing] })).toEqual({
      ok: false,
      path: '/groups',
      message,
    });
  });

  test('names the path of the fault', () => {
    const groups = [{ ...preparing, practices: [{ ...preparing?.practices[0], tasks: [{ id: 'PO.1.1' }] }] }];
    expect(parseCatalog({ ...sampleFramework, groups })).toEqual({
      ok: false,
      path: '/groups/0/practices/0/tasks/0/statement',
      message: 'expected text, found nothing',
    });
  });

  test.each([null, 7, 'ssdf', [], {}])('refuses %j', (document) => {
    expect(parseCatalog(document).ok).toBe(false);
  });

  test.each([
    [{ changeFrom11: 'new task' }, 'new', false],
    [{ changeFrom11: { statement: true, examplesReworded: [], examplesAdded: [] } }, 'changed', true],
    [{ changeFrom11: { statement: false, examplesReworded: [1], examplesAdded: [] } }, 'changed', false],
    [{ changeFrom11: { statement: false, examplesReworded: [], examplesAdded: [] } }, 'unchanged', false],
    [{ status: 'modified' }, 'changed', true],
    [{ status: 'unchanged' }, 'unchanged', false],
  ])('reads %j as %s', (said, kind, statementReworded) => {
    const tasks = [{ id: 'PO.1.1', statement: 'Do.', ...said }];
    const parsed = parseCatalog({
      ...sampleFramework,
      groups: [{ ...preparing, practices: [{ ...preparing?.practices[0], tasks }] }],
    });
    expect(parsed.ok && parsed.value.groups[0]?.practices[0]?.tasks[0]?.change).toMatchObject({
      kind,
      statementReworded,
    });
  });
});
