// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '@plumbline/core/digest';

/** The 64 hex digits of a digest: only these ever become part of a path or an address. */
export function hexOf(digest: Digest): string {
  const digits = /^sha256:([0-9a-f]{64})$/u.exec(digest)?.[1];
  if (digits === undefined) throw new TypeError(`not a digest: ${digest.slice(0, 80)}`);
  return digits;
}
