// SPDX-License-Identifier: Apache-2.0
import type { Advisory } from '@plumbline/core/vulnerabilities/advisory';

/** OSV gives reports of malicious packages ids that begin with `MAL-` (OSV schema, "id, modified fields"). */
export function isMalicious({ id, aliases }: Pick<Advisory, 'id' | 'aliases'>): boolean {
  return [id, ...aliases].some((name) => name.startsWith('MAL-'));
}
