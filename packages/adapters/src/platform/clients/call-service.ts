// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

/** What a service answered. Throws `signing-failed` with what its client says went wrong, in one line of bounded length. */
export async function callService<T>(service: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new PlumblineError('signing-failed', `${service}: ${said.replaceAll(/\s+/gu, ' ').slice(0, 300)}`, { cause });
  }
}
