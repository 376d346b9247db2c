// SPDX-License-Identifier: Apache-2.0
import type { CatalogSource } from './catalog-source.ts';

/** All ids of another framework, by framework id, for each of which the catalog holds a complete list. */
export type KnownRefs = ReadonlyMap<string, ReadonlySet<string>>;

/** The id lists that are held: OSPS Baseline controls and statements of the CISA form. */
export async function readKnownRefs(source: CatalogSource): Promise<KnownRefs> {
  const [baseline, form] = await Promise.all([source.ospsBaseline(), source.attestationForm()]);
  return new Map([
    [baseline.id, new Set(baseline.controls.map(({ id }) => id))],
    [form.id, new Set(form.statements.map(({ id }) => id))],
  ]);
}
