// SPDX-License-Identifier: Apache-2.0
import { requestTimestamp } from '@plumbline/adapters/signers/timestamp/request-timestamp';
import { PlumblineError } from '@plumbline/core/errors';
import type { Terminal } from '../terminal/terminal.ts';
import type { RunSignOptions } from './sign-options.ts';
import type { Stamp } from './signing.ts';

/** Who stamps what is signed; null where the options name nobody. Throws `usage`. */
export function chooseStamp(
  { timestampUrl, tsaUrl, offline }: RunSignOptions,
  { signal }: Pick<Terminal, 'signal'>,
): Stamp | null {
  // Clients of Sigstore call the option otherwise.
  if (timestampUrl !== undefined && tsaUrl !== undefined)
    throw new PlumblineError('usage', '--timestamp-url and --tsa-url are two names of one option');
  const address = timestampUrl ?? tsaUrl;
  if (address === undefined) return null;
  if (offline === true)
    throw new PlumblineError('usage', 'a timestamp has to be asked for, and --offline forbids to', {
      next: 'Leave out one of the two; what is signed can be stamped later with --as timestamp',
    });
  return (sha256) => requestTimestamp(address, { algorithm: 'sha256', digest: sha256 }, signal);
}
