// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

export type Unavailability = { readonly state: 'unavailable'; readonly because: string; readonly resolve: string };

/** Turns what a repository did to git into something that could not be seen. An interruption goes on being thrown. */
export function unavailableBecause(error: unknown): Unavailability {
  if (!(error instanceof PlumblineError) || error.code === 'interrupted') throw error;
  const resolve = error.next ?? 'Run git fsck in the repository, or clone it again';
  return { state: 'unavailable', because: error.message, resolve };
}
