// SPDX-License-Identifier: Apache-2.0
import type { GateNeed } from '@plumbline/core/facts/records/gate-policy-record';

/** A change that must not pass, drawn at random. */
export type Attack = {
  readonly what: 'secret' | 'code' | 'component' | 'disabled-scanner';
  /** For people; never the secret itself. */
  readonly title: string;
  /** Files that the change adds, path to text. */
  readonly files: ReadonlyMap<string, string>;
  /** Kinds of tools that the attacker keeps from running. */
  readonly disables: readonly GateNeed[];
};
