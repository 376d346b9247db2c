// SPDX-License-Identifier: Apache-2.0
import type { PatchInput } from '@plumbline/core/roadmap/patch';

/** `owner/name@<commit> # version` for a workflow that we write; null when nobody here knows the commit. */
export function pinnedUse(reference: string, hashOf: PatchInput['hashOf']): string | null {
  const known = hashOf(reference);
  return known === null ? null : `${reference.slice(0, reference.lastIndexOf('@'))}@${known.commit} # ${known.version}`;
}
