// SPDX-License-Identifier: Apache-2.0
import type { KeyPeriod } from '@plumbline/core/verification/trust-policy';
import type { PeriodEntry } from './trust-policy-file.ts';

/** Days of a policy as instants: from the beginning of the first to the end of the last. */
export function periodOf({ validFrom, validUntil, revokedOn, revokedBecause }: PeriodEntry): KeyPeriod {
  return {
    validFrom: start(validFrom),
    validUntil: validUntil === undefined ? null : `${validUntil}T23:59:59.999Z`,
    revokedOn: start(revokedOn),
    revokedBecause: revokedBecause ?? null,
  };
}

const start = (day: string | undefined): string | null => (day === undefined ? null : `${day}T00:00:00Z`);
