// SPDX-License-Identifier: Apache-2.0
import type { Reconciliation } from '../sbom/reconcile.ts';

const namesMax = 3;

/** In what a bill and what is inside the artifact differ, in words; null: in nothing. */
export function billDifferences({ missing, extra, versions, contents }: Reconciliation): string | null {
  const parts = [
    some(
      'missing from the bill',
      missing.map(({ ref }) => ref),
    ),
    some(
      'in the bill and not inside',
      extra.map(({ ref }) => ref),
    ),
    some(
      'in another version than the bill says',
      versions.map(({ name, listed, found }) => `${name} (bill ${listed.join(', ')}, inside ${found.join(', ')})`),
    ),
    some(
      'with another content than the bill says',
      contents.map(({ name }) => name),
    ),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

function some(what: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const more = names.length > namesMax ? ` and ${names.length - namesMax} more` : '';
  return `${names.length} ${what}: ${names.slice(0, namesMax).join(', ')}${more}`;
}
