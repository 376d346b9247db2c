// SPDX-License-Identifier: Apache-2.0
import { type NotLookedAt, notLookedAtAreas } from '@plumbline/core/assessment/assessment';

/** What was not looked at for one reason. */
export type NotLookedAtReason = {
  readonly because: string;
  readonly whats: readonly string[];
  /** What would let us, each once. */
  readonly resolves: readonly string[];
};

/** One area with its reasons. `hint` says in general what would let us look. */
export type NotLookedAtGroup = {
  readonly title: string;
  readonly hint: string;
  readonly reasons: readonly NotLookedAtReason[];
};

const areas: { readonly [A in NotLookedAt['area']]: { readonly title: string; readonly hint: string } } = {
  repository: { title: 'The repository itself', hint: 'assess a full clone whose files can be read' },
  files: { title: 'Files that could not be read', hint: 'make them readable and valid' },
  elsewhere: { title: 'Other repositories', hint: 'assess them too, or bring what is used into this one' },
  records: {
    title: 'Records that people keep',
    hint: '`plumbline init` writes plumbline.yaml with `records: security/` and starters to fill in',
  },
  'evidence-files': { title: 'Reports of tools', hint: 'pass what the tools write with --evidence FILE' },
  forge: { title: 'The forge', hint: 'no offline source shows it; each unknown names the rights that a token needs' },
  'other-sources': {
    title: 'Registers, feeds, releases and what earlier runs kept',
    hint: 'each unknown names the command that would leave it',
  },
};

/** By area, and in an area by reason, so that one reason is told once. */
export function notLookedAtGroups(entries: readonly NotLookedAt[]): readonly NotLookedAtGroup[] {
  return notLookedAtAreas.flatMap((area) => {
    const own = entries.filter((entry) => entry.area === area);
    if (own.length === 0) return [];
    const reasons = [...Map.groupBy(own, ({ because }) => because)].map(([because, same]) => ({
      because,
      whats: same.map(({ what }) => what),
      resolves: [...new Set(same.map(({ resolve }) => resolve))],
    }));
    return [{ ...areas[area], reasons }];
  });
}
