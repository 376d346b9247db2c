// SPDX-License-Identifier: Apache-2.0
import { catalogIds, createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { readKnownRefs } from '@plumbline/adapters/catalog-source/known-refs';
import { renderCrosswalkFaults } from '@plumbline/reports/catalog-list/render-crosswalk-faults';
import type { GeneratedFile } from '../write-generated.ts';

/** Ids in the sources of crosswalks that do not exist: kept, flagged, never followed. */
export async function crosswalkFaultsPage(): Promise<GeneratedFile> {
  const source = createCatalogSource();
  const catalogs = await Promise.all(catalogIds.map((id) => source.catalog(id)));
  const text = renderCrosswalkFaults({
    catalogs,
    crosswalks: await source.crosswalks(),
    knownRefs: await readKnownRefs(source),
  });
  return { path: 'docs/generated/crosswalk-faults.md', text };
}
