// SPDX-License-Identifier: Apache-2.0
import type { OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import type { GateAttack } from '@plumbline/core/state/gate-result-entry';
import { textAt, type ChosenPolicy } from './choose-policy.ts';
import { testsBeside, type LoadedPolicy } from './load-policy.ts';
import { testPolicy } from './run-gate-test.ts';

export type Ruled = {
  readonly chosen: ChosenPolicy;
  readonly policy: LoadedPolicy;
  readonly attacks: readonly GateAttack[];
};

/** Each enforced rule stopped an attack, or one of the tests beside the policy shows that something breaks it. */
export async function proveRules(
  head: OpenRepository,
  { chosen, policy, attacks }: Ruled,
): Promise<readonly GateAttack[]> {
  const stopped = new Set(attacks.flatMap(({ rule }) => rule?.split(', ') ?? []));
  const tests = await chosen.tests((path) => textAt(head.snapshot, path));
  const report = tests === null ? null : testPolicy(policy, tests);
  const faults = (report?.results ?? []).flatMap(({ name, faults: [fault] }) =>
    fault === undefined
      ? []
      : [{ attack: `the policy's own test: ${name}`, rule: null, blocked: false, because: fault }],
  );
  const tested = new Set(
    report === null
      ? []
      : policy.policy.rules.map(({ id }) => id).filter((id) => !report.untested.some(({ rule }) => rule === id)),
  );
  const unproved = policy.policy.rules
    .filter(({ id, mode }) => mode === 'enforce' && !stopped.has(id) && !tested.has(id))
    .map(({ id }) => ({
      attack: `rule ${id}`,
      rule: id,
      blocked: false,
      because: `no attack was stopped by it, and ${testsBeside('gate-policy.yaml')} has no test that breaks it and one that it passes`,
    }));
  return [...faults, ...unproved];
}
