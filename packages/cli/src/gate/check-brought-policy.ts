// SPDX-License-Identifier: Apache-2.0
import { choosePolicy } from './choose-policy.ts';
import { collectForGate, type GateCollecting } from './collect-for-gate.ts';
import { compilePolicyText } from './load-policy.ts';
import type { OpenChange } from './open-change.ts';

/**
 * Throws `policy-invalid` for a change after which no gate could decide any more: it would block every change that follows,
 * the one that mends it too.
 */
export async function checkBroughtPolicy(
  { head, base, change }: OpenChange,
  collecting: GateCollecting,
): Promise<void> {
  if (base === null || change?.paths.some((path) => policyFile.test(path)) !== true) return;
  const evidence = await collectForGate(head, { ...collecting, kinds: ['plumbline-config'] });
  await compilePolicyText(await choosePolicy(undefined, { repository: head, evidence }));
}

const policyFile = /(?:^|\/)(?:plumbline|gate-policy)\.ya?ml$/u;
