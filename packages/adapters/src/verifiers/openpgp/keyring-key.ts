// SPDX-License-Identifier: Apache-2.0
import type { KeyPeriod } from '@plumbline/core/verification/trust-policy';
import type { VerifyingKey } from './verify-octets.ts';

/** A key or subkey of a keyring, judged by the signatures that came with it. */
export type KeyringKey = {
  readonly version: 4 | 6;
  /** In hexadecimal; of the key itself, and of the primary key that it belongs to. */
  readonly fingerprint: string;
  readonly keyId: string;
  readonly primary: string;
  /** Whom the primary key names as its owners. */
  readonly users: readonly string[];
  /** Seconds since the epoch. */
  readonly createdAt: number;
  /** When it counts, as its owner has said. */
  readonly period: KeyPeriod;
  /** A text says why nothing that it signed counts. */
  readonly use: VerifyingKey | string;
};
