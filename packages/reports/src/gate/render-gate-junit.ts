// SPDX-License-Identifier: Apache-2.0
import type { GateDecision, GateRuleResult } from '@plumbline/core/gate/gate-decision';
import { xmlText } from './xml-text.ts';

/** The decision as JUnit XML, for CI that shows tests: a rule is a test, "could not assess" an error, a warning is printed. */
export function renderGateJunit(decision: GateDecision): string {
  const { rules, missing, asOf, policy } = decision;
  const cases = [...missing.map(missingCase), ...rules.map(caseOf)];
  const failures = rules.filter(({ outcome }) => outcome === 'failed').length;
  const errors = rules.filter(({ outcome, enforced }) => outcome === 'could-not-assess' && enforced).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors + missing.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="plumbline gate" ${counts}>`,
    `<testsuite name="${xmlText(policy.from)}" ${counts} skipped="0" timestamp="${xmlText(asOf.slice(0, 19))}">`,
    ...cases,
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function missingCase(because: string): string {
  return `<testcase classname="gate" name="requires"><error message="${xmlText(because)}"/></testcase>`;
}

function caseOf(rule: GateRuleResult): string {
  const open = `<testcase classname="gate" name="${xmlText(rule.rule)}">`;
  return `${open}${bodyOf(rule)}</testcase>`;
}

function bodyOf(rule: GateRuleResult): string {
  const details = xmlText(rule.violations.map(({ at, title, id }) => `${at ?? ''} ${title} (${id})`).join('\n'));
  if (rule.outcome === 'failed') return `<failure message="${xmlText(rule.message)}">${details}</failure>`;
  if (rule.outcome === 'could-not-assess' && rule.enforced)
    return `<error message="${xmlText(`could not assess: ${rule.because ?? ''}`)}"/>`;
  if (rule.outcome === 'passed') return '';
  return `<system-out>${xmlText(rule.because ?? `warning: ${rule.message}`)}\n${details}</system-out>`;
}
