// SPDX-License-Identifier: Apache-2.0
import type { Merge } from '@plumbline/core/findings/finding';
import type { StateTrack } from './pair.ts';

/** Why two tracks are one, in one sentence that names both. */
export function mergeOf(rule: Merge['rule'], a: StateTrack, b: StateTrack, why: string): Merge {
  return {
    rule: a.anchor.tool === b.anchor.tool ? 'same-tool' : rule,
    because: `${[named(a), named(b)].sort().join(' and ')}: ${why}`,
  };
}

const named = ({ last }: StateTrack): string => `${last.tool} ${last.result.rule}`;
