// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';

const shownMax = 5;

/**
 * Why components of a change may be missing from the list of components: manifests and lockfiles that it touches and that
 * could not be read, or that no lockfile settles. What was so before the change is not its doing.
 */
export function unseenComponents(
  { 'dependency-inventory': item }: EvidenceSet,
  changed: ReadonlySet<string> | null,
): readonly string[] {
  if (item?.state !== 'found') return [];
  const touched = ({ path }: { readonly path: string }): boolean => changed === null || changed.has(path);
  const { unread, manifests } = item.fact;
  const open = manifests.filter(
    ({ lock, role, dependencies }) =>
      dependencies > 0 &&
      (role === 'shipped' || role === 'tooling') &&
      (lock === 'missing' || lock === 'disagrees' || lock === 'unknown'),
  );
  const reasons = [
    ...unread.filter(touched).map(({ path, because }) => `${path} could not be read: ${because}`),
    ...open.filter(touched).map(({ path, because }) => `which components ${path} brings is not settled: ${because}`),
  ];
  const more = reasons.length - shownMax;
  return more > 0 ? [...reasons.slice(0, shownMax), `and ${more} more files`] : reasons;
}
