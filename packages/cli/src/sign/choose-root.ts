// SPDX-License-Identifier: Apache-2.0
import { readTrustedRoot } from '@plumbline/adapters/trust-policy/read-trusted-root';
import type { TrustedRootText } from '@plumbline/core/verification/trust-policy';
import { join } from 'node:path';
import type { Terminal } from '../terminal/terminal.ts';
import type { RunSignOptions } from './sign-options.ts';

/**
 * The trusted root of the Sigstore instance that signs: the one that is named; that of the public instance, where it is asked; else none
 * is known, and it is said that what was made is not checked. Throws `input-unreadable`.
 */
export async function chooseRoot(
  { trustedRoot, fulcioUrl, rekorUrl }: RunSignOptions,
  terminal: Terminal,
): Promise<TrustedRootText | null> {
  // Paths of a trust policy start at its folder; here they start where the command runs.
  const here = join(process.cwd(), 'command line');
  if (trustedRoot !== undefined) return readTrustedRoot(trustedRoot, here);
  if (fulcioUrl === undefined && rekorUrl === undefined) return readTrustedRoot('public-good', here);
  terminal.message('plumbline: what is made is not verified here: --trusted-root names no root of this instance');
  return null;
}
