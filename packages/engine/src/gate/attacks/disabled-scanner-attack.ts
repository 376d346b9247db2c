// SPDX-License-Identifier: Apache-2.0
import type { GateNeed } from '@plumbline/core/facts/records/gate-policy-record';
import type { Attack } from './attack.ts';
import { pick, type Random } from './random.ts';

/** A change under which one kind of tool that the policy needs does not run. Null: it needs none. */
export function disabledScannerAttack(random: Random, needed: readonly GateNeed[]): Attack | null {
  const [first, ...others] = needed;
  if (first === undefined) return null;
  const need = pick(random, [first, ...others]);
  const files = new Map([['NOTES.md', `Nothing to see here (${random(1_000_000)}).\n`]]);
  return { what: 'disabled-scanner', title: `no ${need} tool runs`, files, disables: [need] };
}
