// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseJunit } from './parse-junit.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}.xml`, import.meta.url)));
const commit = 'b2a46a4b83674bae982095557cfe03a8b2a46a4b';

test('pytest', () => {
  expect(parseJunit(fixture('pytest'))).toEqual({
    state: 'parsed',
    found: [
      {
        format: 'junit',
        tool: 'pytest',
        toolVersion: '9.0.1',
        commit,
        completed: true,
        finishedAt: '2026-06-30T10:00:00Z',
        suites: 1,
        tests: 4,
        failures: 1,
        errors: 1,
        skipped: 1,
        problems: [],
      },
    ],
  });
});

test('Maven Surefire: a retry that passed is no failure', () => {
  expect(parseJunit(fixture('surefire'))).toMatchObject({
    found: [{ commit, tool: null, suites: 1, tests: 3, failures: 1, errors: 0, problems: [] }],
  });
});

test('suites inside suites are counted once, and totals are not believed', () => {
  const xml =
    '<testsuites tests="9"><testsuite name="a" tests="3"><testsuite name="b" tests="2"><testcase name="x"/></testsuite><testcase name="y"/></testsuite></testsuites>';
  expect(parseJunit(bytesOf(xml))).toMatchObject({
    found: [{ suites: 2, tests: 2, problems: ['JUnit tests: a suite states another number of tests than it lists'] }],
  });
});

test('a report without a case says so', () => {
  expect(parseJunit(bytesOf('<testsuites/>'))).toMatchObject({
    found: [{ tests: 0, problems: ['JUnit: no testcase is listed'] }],
  });
});

test('a time without a zone is the earliest that it can be', () => {
  expect(parseJunit(bytesOf('<testsuite timestamp="2026-06-30T10:00:00"><testcase/></testsuite>'))).toMatchObject({
    found: [{ finishedAt: '2026-06-29T20:00:00Z', problems: [expect.stringContaining('time zone')] }],
  });
});
