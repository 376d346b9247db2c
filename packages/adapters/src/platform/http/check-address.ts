// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An address that may be asked: https, without credentials; http only on this machine itself. Throws `usage` with a
 * reason.
 */
export function checkAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null) throw new PlumblineError('usage', 'not an address', { path: text });
  // First of all, as what is wrong besides is told with the address.
  if (address.username !== '' || address.password !== '')
    throw new PlumblineError('usage', 'an address with credentials in it is not asked', { path: address.host });
  const safe = address.protocol === 'https:' || (address.protocol === 'http:' && loopback.has(address.hostname));
  if (!safe) throw new PlumblineError('usage', 'only https is asked, and http on this machine itself', { path: text });
  return address;
}
