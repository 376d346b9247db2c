// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseOpenVex } from './parse-openvex.ts';

const document = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.com/vex/1',
  author: 'Us',
  timestamp: '2026-06-30T12:00:00+02:00',
  version: 1,
  tooling: 'vexctl/0.3.0',
  statements: [
    {
      vulnerability: { name: 'CVE-2026-1' },
      products: [{ '@id': 'pkg:npm/a@1' }],
      status: 'not_affected',
      justification: 'component_not_present',
    },
  ],
};

test('a document of 0.2', () => {
  expect(parseOpenVex(bytesOf(document))).toEqual({
    state: 'parsed',
    found: [
      {
        format: 'openvex',
        tool: 'vexctl',
        toolVersion: '0.3.0',
        commit: null,
        completed: true,
        finishedAt: '2026-06-30T10:00:00Z',
        author: 'Us',
        statements: [
          {
            vulnerability: 'CVE-2026-1',
            status: 'not_affected',
            products: ['pkg:npm/a@1'],
            justification: 'component_not_present',
          },
        ],
        problems: [],
      },
    ],
  });
});

test.each([
  ['not_affected without a reason', { status: 'not_affected', justification: undefined }, /not_affected without/, 1],
  ['affected without an action', { status: 'affected' }, /affected without/, 1],
  ['a status of its own', { status: 'harmless' }, /status/, 0],
  ['no product', { products: [] }, /products/, 1],
  ['a reason of its own', { justification: 'trust_me' }, /justification/, 1],
])('%s', (_, change, problem, statements) => {
  const parsed = parseOpenVex(bytesOf({ ...document, statements: [{ ...document.statements[0], ...change }] }));
  expect(parsed).toMatchObject({ found: [{ problems: [expect.stringMatching(problem)] }] });
  expect(parsed.state === 'parsed' && parsed.found[0]?.statements.length).toBe(statements);
});
