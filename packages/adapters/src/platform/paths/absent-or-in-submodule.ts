// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';

/** The two ways in which a tree may lack something. */
export type AbsentOrInSubmodule =
  | { readonly state: 'absent'; readonly lookedIn: string }
  | { readonly state: 'unavailable'; readonly because: string; readonly resolve: string };

/** What a tree lacks may be in its submodules, which are other repositories: only without any is it absent. */
export function absentOrInSubmodule({ entries }: RepositorySnapshot, lookedIn: string): AbsentOrInSubmodule {
  const [first, ...others] = entries.filter(({ type }) => type === 'submodule').map(({ path }) => path);
  if (first === undefined) return { state: 'absent', lookedIn };
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return {
    state: 'unavailable',
    because: `Not in the tree itself, and submodule ${first}${more} is another repository that was not looked at`,
    resolve: `Assess the repository of submodule ${first} by itself`,
  };
}
