// SPDX-License-Identifier: Apache-2.0
import type { BillComponent, BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { componentKey, plainVersion } from './component-key.ts';

/** A component that is in both bills, in other versions or under another licence. */
export type ChangedComponent = {
  readonly key: string;
  readonly name: string;
  readonly before: readonly BillComponent[];
  readonly after: readonly BillComponent[];
  readonly versions: boolean;
  readonly license: boolean;
  readonly scope: boolean;
  /** The same version with another content: what no honest build does. */
  readonly content: boolean;
};

export type BillDiff = {
  readonly added: readonly BillComponent[];
  readonly removed: readonly BillComponent[];
  readonly changed: readonly ChangedComponent[];
  /** Components that are the same in both. */
  readonly same: number;
};

/**
 * What has changed from one bill to another, whichever formats they were in. A fact that only one of the bills states (a
 * licence, a scope, a hash) is no change.
 */
export function diffBills(before: BillOfMaterials, after: BillOfMaterials): BillDiff {
  const [old, now] = [before, after].map((bill) => Map.groupBy(bill.components, (one) => componentKey(one)));
  const added: BillComponent[] = [];
  const changed: ChangedComponent[] = [];
  let same = 0;
  for (const [key, components] of now ?? []) {
    const was = old?.get(key);
    const change = was === undefined ? null : changeOf(key, was, components);
    if (was === undefined) added.push(...components);
    else if (change === null) same += components.length;
    else changed.push(change);
  }
  const removed = [...(old ?? [])].flatMap(([key, components]) => (now?.has(key) === true ? [] : components));
  return { added, removed, changed, same };
}

function changeOf(
  key: string,
  before: readonly BillComponent[],
  after: readonly BillComponent[],
): ChangedComponent | null {
  const differs = (value: (component: BillComponent) => string | null): boolean => {
    const [old, now] = [before, after].map((list) => new Set(list.flatMap((one) => value(one) ?? [])));
    if (old === undefined || now === undefined || old.size === 0 || now.size === 0) return false;
    return old.size !== now.size || [...old].some((one) => !now.has(one));
  };
  const versions = differs(({ version }) => plainVersion(version));
  const license = differs((component) => component.license);
  const scope = differs((component) => component.scope);
  const content = after.some((component) => before.some((other) => isOtherContent(other, component)));
  if (!versions && !license && !scope && !content) return null;
  return { key, name: after[0]?.name ?? key, before, after, versions, license, scope, content };
}

/** Same version, and no hash of an algorithm that both use is the same. */
function isOtherContent(a: BillComponent, b: BillComponent): boolean {
  if (plainVersion(a.version) !== plainVersion(b.version)) return false;
  const shared = a.hashes.filter(({ algorithm }) => b.hashes.some((hash) => hash.algorithm === algorithm));
  const equal = shared.some(({ algorithm, value }) =>
    b.hashes.some((hash) => hash.algorithm === algorithm && hash.value === value),
  );
  return shared.length > 0 && !equal;
}
