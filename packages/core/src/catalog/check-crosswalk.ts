// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '../errors.ts';
import type { Catalog, Level } from './create-catalog.ts';
import type { Crosswalk, CrosswalkRow } from './crosswalk.ts';

/** A row whose ids both exist; `givenAt` is what its SSDF id names. */
export type ValidRow = CrosswalkRow & { readonly valid: true; readonly givenAt: Level };

/** A row with an id that does not exist: kept as the source prints it, shown, never followed. */
export type FlaggedRow = CrosswalkRow & { readonly valid: false; readonly reason: string };

export type CheckedRow = ValidRow | FlaggedRow;

function faultOfSsdfId(catalog: Catalog, { ssdf, probably }: CrosswalkRow): string | undefined {
  if (catalog.levelOf(ssdf) !== undefined) return undefined;
  const retired = catalog.retired(ssdf);
  if (retired) return `${ssdf} is retired in ${catalog.framework.id}; it moved to ${retired.movedTo.join(' and ')}`;
  const hint = probably === undefined ? '' : `; it probably means ${probably}`;
  return `"${ssdf}" is not an id of ${catalog.framework.id}${hint}`;
}

function faultOfRef(
  { framework, refPattern }: Crosswalk,
  { ref }: CrosswalkRow,
  known?: ReadonlySet<string>,
): string | undefined {
  if (!refPattern.test(ref)) return `"${ref}" does not have the form of an id of ${framework}`;
  return known?.has(ref) === false ? `"${ref}" is not an id of ${framework}` : undefined;
}

/**
 * Judges both ids of every row, in the order of the file. `known` are all ids of the other framework, where a list of
 * them is held; without it, only the form of `ref` is judged. Throws `unknown-catalog` when the crosswalk covers
 * another framework than the catalog's: the same id may name something else there.
 */
export function checkCrosswalk(
  catalog: Catalog,
  crosswalk: Crosswalk,
  known?: ReadonlySet<string>,
): readonly CheckedRow[] {
  if (crosswalk.covers !== catalog.framework.id) {
    throw new PlumblineError(
      'unknown-catalog',
      `${crosswalk.slug} covers ${crosswalk.covers}, not ${catalog.framework.id}`,
    );
  }
  return crosswalk.rows.map((row) => {
    const reason = faultOfSsdfId(catalog, row) ?? faultOfRef(crosswalk, row, known);
    const givenAt = catalog.levelOf(row.ssdf);
    if (reason === undefined && givenAt !== undefined) return { ...row, valid: true, givenAt };
    return { ...row, valid: false, reason: reason ?? `"${row.ssdf}" names nothing` };
  });
}
