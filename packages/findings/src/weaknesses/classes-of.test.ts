// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { checkOf } from './check-of.ts';
import { classesOf } from './classes-of.ts';
import { generalWeaknesses, weaknessClasses } from './weakness-classes.ts';

test.each([
  ['bandit', 'B602', '', ['CWE-78'], 'command-injection'],
  ['bandit', 'B506', '', ['CWE-20'], 'deserialization'],
  ['bandit', 'B404', '', ['CWE-78'], ''],
  ['gosec', 'G402', 'TLS InsecureSkipVerify set true.', ['CWE-295'], 'certificate-not-validated'],
  ['gosec', 'G402', 'TLS MinVersion too low.', [], 'weak-tls-version'],
  ['semgrep', 'python.flask.security.injection.tainted-sql-string', '', ['CWE-704'], 'sql-injection'],
  ['semgrep', 'javascript.express.express-cookie-session-no-domain', '', ['CWE-522'], 'cookie-domain'],
  ['semgrep', 'go.lang.audit.net.formatted-template-string', '', ['CWE-79'], 'cross-site-scripting'],
  ['codeql', 'js/NoSqlInjection', '', [], 'nosql-injection'],
  ['a tool', 'S3649', 'x', ['CWE-89'], 'sql-injection'],
  ['a tool', 'S1', 'x', ['CWE-20', 'CWE-1234567'], 'cwe-1234567'],
  ['a tool', 'S1', 'Cross-site scripting', ['CWE-20'], 'cross-site-scripting'],
  ['a tool', 'S1', `A long sentence with xss in it ${'.'.repeat(80)}`, [], ''],
  ['constructor', '__proto__', 'x', [], ''],
])('%s %s "%s" %s: %s', (...row) => {
  const [tool, rule, title, weaknesses, expected] = row;
  expect(classesOf({ tool, rule, title, weaknesses }).join()).toBe(expected);
});

test('no CWE is of two classes, and none of a class is general', () => {
  const numbers = weaknessClasses.flatMap(({ cwe }) => cwe);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter((number) => generalWeaknesses.has(number))).toEqual([]);
  expect(new Set(weaknessClasses.map(({ name }) => name)).size).toBe(weaknessClasses.length);
});

test.each([
  ['CKV_DOCKER_2', 'no health check'],
  ['DS026', 'no health check'],
  ['AVD-DS-0026', 'no health check'],
  ['DL3057', 'no health check'],
  ['avd-aws-0089', 'bucket not logged'],
  ['AWS-0089', 'bucket not logged'],
  ['CKV_AWS_99999', 'CKV_AWS_99999'],
])('check %s: %s', (rule, check) => {
  expect(checkOf(rule)).toBe(check);
});
