// SPDX-License-Identifier: Apache-2.0
import type { CodeOwners } from '@plumbline/core/facts/code-owners';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

const owners: CodeOwners = {
  path: '.github/CODEOWNERS',
  format: 'codeowners',
  rules: 4,
  owners: 2,
  sourceFiles: 200,
  ownedSourceFiles: 180,
  unownedExamples: ['src/lonely.ts'],
  problems: [],
  placeholder: false,
};

export const fixtures: CheckFixtures = {
  facts: { 'code-owners': owners },
  flip: { kind: 'code-owners', at: ['ownedSourceFiles'], to: 179 },
  also: [
    { name: 'no file', facts: { 'code-owners': 'absent' }, outcome: 'no' },
    { name: 'placeholders', facts: { 'code-owners': { ...owners, placeholder: true } }, outcome: 'no' },
    {
      name: 'no source',
      facts: { 'code-owners': { ...owners, sourceFiles: 0, ownedSourceFiles: 0 } },
      outcome: 'not-applicable',
    },
  ],
};
