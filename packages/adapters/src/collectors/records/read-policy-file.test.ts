// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readPolicyFile, readTestFile } from './read-policy-file.ts';

test.each([
  ['rules: [', /not valid YAML/, 1],
  ['rules:\n  - id: a\n    mode: block\n    criterion: x\n', /rules.0.mode must be one of warn, enforce/, 3],
  ['rules:\n  - id: a\n    mode: warn\n    criterion: x\n    wen: "true"\n', /wen is not known here/, 5],
])('%j is refused with its line', (text, because, line) => {
  const read = readPolicyFile(text);
  expect(read).toMatchObject({ state: 'refused', faults: [{ because: expect.stringMatching(because), line }] });
});

test('a policy is read', () => {
  const text = 'rules:\n  - { id: a, mode: warn, criterion: x, of: findings, when: "true", needs: [sast] }\n';
  expect(readPolicyFile(text)).toMatchObject({ state: 'read', record: { rules: [{ id: 'a', needs: ['sast'] }] } });
  expect(readTestFile('tests: []')).toMatchObject({ state: 'read', document: { tests: [] } });
  expect(readTestFile('tests: [')).toMatchObject({ state: 'refused' });
});
