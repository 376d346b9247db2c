// SPDX-License-Identifier: Apache-2.0
import { configurationChecks } from './configuration-checks.ts';

const checkOfRule: ReadonlyMap<string, string> = new Map(
  configurationChecks.flatMap(([check, rules]) => rules.split(' ').map((rule) => [plainRule(rule), check] as const)),
);

/**
 * What a rule of a configuration scanner checks: the name in the table of checks that several tools have, or the rule
 * itself. `AVD-AWS-0092`, `AWS-0092`, `aws-0092` are one id; so are `DS002` and `AVD-DS-0002`.
 */
export function checkOf(rule: string): string {
  const plain = plainRule(rule);
  return checkOfRule.get(plain) ?? plain;
}

function plainRule(rule: string): string {
  const upper = rule.toUpperCase().replace(/^AVD-/, '');
  const short = /^(DS|KSV)-?0*(\d{1,4})$/.exec(upper);
  return short === null ? upper : `${short[1] ?? ''}-${(short[2] ?? '').padStart(4, '0')}`;
}
