// SPDX-License-Identifier: Apache-2.0
import type { Signer } from '@plumbline/core/signing/signer';
import type { CustodyEntry } from '@plumbline/core/state/custody-entry';
import { keepEvidence } from '../evidence/keep-evidence.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Remembers which key signed and where it is kept. Gives back where, or null: files of no project are signed all the same. */
export function recordCustody(
  { keyId, algorithm, custody }: Signer,
  named: string | undefined,
  terminal: Terminal,
): Promise<string | null> {
  const signedAt = `${new Date().toISOString().slice(0, 19)}Z`;
  const entry: CustodyEntry = { schema: 1, signedAt, keyId, algorithm, custody };
  return keepEvidence('custody', entry, { named }, terminal);
}
