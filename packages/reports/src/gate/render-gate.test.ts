// SPDX-License-Identifier: Apache-2.0

import { Ajv, type ValidateFunction } from 'ajv';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parseJunit } from '@plumbline/formats/junit/parse-junit';
import { shippedJson } from '@plumbline/formats/testing/shipped-catalog';
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import { expect, test } from 'vitest';
import { aGateDecision, aRuleResult, aViolation } from '../testing/a-gate-decision.ts';
import { renderGateAnnotations } from './render-gate-annotations.ts';
import { renderGateJunit } from './render-gate-junit.ts';
import { renderGateMarkdown } from './render-gate-markdown.ts';
import { renderGateSarif } from './render-gate-sarif.ts';
import { renderGateStatement } from './render-gate-statement.ts';
import { renderGateText } from './render-gate-text.ts';

const ajv = new Ajv04.default({ strict: false });
addFormats.default(ajv);
const validate = ajv.compile(shippedJson('schemas/sarif-2.1.0/sarif-schema-2.1.0.json') as object);

const hostileText = '\u001b[31mred\u202e ::error::x <script>]]> &amp; @maintainers "q" \n::set-output name=a::b';
const hostile: GateDecision = {
  ...aGateDecision,
  rules: [
    {
      ...aRuleResult,
      violations: [{ ...aViolation, title: hostileText, at: `a${hostileText}:3`, message: hostileText }],
    },
  ],
};

test('terminal: outcome first, what is broken, what to do, exceptions with their approval', () => {
  const text = renderGateText(aGateDecision, { width: 100 });
  expect(text.split('\n')[0]).toBe('✗ Gate failed: 1 of 4 rules passed, 1 failed, 1 warned, 2 could not be assessed');
  expect(text).toContain('src/db/query.ts:42 SQL built from a request');
  expect(text).toContain('→ Mend it.');
  expect(text).toContain('not known: kev data is not at hand');
  expect(text).toContain('approval asserted: a name in a');
  expect(text).toContain('which cannot exempt itself');
  expect(text).toContain('trivy did not run: it crashed');
  expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
});

test('a comment names the tasks that the change touches', () => {
  expect(renderGateMarkdown(aGateDecision)).toContain('This change touches PW.5.1, PW.7.2.');
  expect(renderGateMarkdown(aGateDecision)).toContain('alters the gate itself');
});

test('SARIF is valid; exceptions are suppressed results; what is unknown makes the run unsuccessful', () => {
  for (const decision of [aGateDecision, hostile, { ...aGateDecision, outcome: 'could-not-assess' as const }]) {
    const log: unknown = JSON.parse(renderGateSarif(decision, '1.0'));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  }
  expect(JSON.parse(renderGateSarif(aGateDecision, '1.0'))).toMatchObject({
    runs: [
      {
        results: [
          { level: 'error', locations: [{ physicalLocation: { region: { startLine: 42 } } }] },
          { level: 'warning' },
          { suppressions: [{ status: 'accepted' }] },
        ],
      },
    ],
  });
});

test('JUnit is well-formed whatever a message holds, and counts', () => {
  for (const decision of [aGateDecision, hostile])
    expect(parseJunit(new TextEncoder().encode(renderGateJunit(decision)))).toMatchObject({ state: 'parsed' });
  expect(renderGateJunit(aGateDecision)).toContain('tests="5" failures="1" errors="2"');
});

test('a message starts no command of the runner and moves no cursor', () => {
  const annotations = renderGateAnnotations(hostile);
  expect(
    annotations.split('\n').filter((line) => line !== '' && !/^::(?:error|warning|notice)[ :]/.test(line)),
  ).toEqual([]);
  expect(annotations.split('\n')).toHaveLength(4);
  for (const text of [annotations, renderGateText(hostile), renderGateMarkdown(hostile), renderGateJunit(hostile)])
    expect(text).not.toMatch(/[\u001b\u202e]/);
  expect(renderGateMarkdown(hostile)).not.toMatch(/<script|@maintainers/);
});

const ajv07 = new Ajv({ strict: false });
addFormats.default(ajv07);
const schemaOf = (name: string): ValidateFunction =>
  ajv07.compile(shippedJson(`schemas/in-toto-slsa/${name}.schema.json`) as object);

test('the statement is valid by the schemas of in-toto and SLSA', () => {
  const [statement, summary] = [schemaOf('in-toto-statement-v1'), schemaOf('slsa-vsa-v1.predicate')];
  for (const outcome of ['passed', 'failed', 'could-not-assess'] as const) {
    const text = renderGateStatement({ ...aGateDecision, outcome }, { version: '1.0', uri: 'https://example.org' });
    const document = JSON.parse(text) as { readonly predicate: unknown };
    expect(statement(document), JSON.stringify(statement.errors)).toBe(true);
    expect(summary(document.predicate), JSON.stringify(summary.errors)).toBe(true);
  }
});

test('the statement binds commit and policy, and unknown is no pass', () => {
  const statement: unknown = JSON.parse(
    renderGateStatement(aGateDecision, { version: '1.0', uri: 'https://example.org' }),
  );
  expect(statement).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ digest: { gitCommit: 'c'.repeat(40) } }],
    predicate: {
      verificationResult: 'FAILED',
      policy: { digest: { sha256: aGateDecision.policy.digest.slice(7) } },
      verifiedLevels: [],
    },
  });
  const open = { ...aGateDecision, outcome: 'could-not-assess' as const };
  expect(JSON.parse(renderGateStatement(open, { version: '1', uri: 'x' }))).toMatchObject({
    predicate: { verificationResult: 'FAILED', plumbline: { outcome: 'could-not-assess' } },
  });
});
