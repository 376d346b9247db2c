// SPDX-License-Identifier: Apache-2.0
import { checkCrosswalk } from '@plumbline/core/catalog/check-crosswalk';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { Crosswalk } from '@plumbline/core/catalog/crosswalk';
import { renderCsv } from './render-csv.ts';

const header = [
  'covers',
  'ssdf',
  'given at',
  'framework',
  'ref',
  'via',
  'kind',
  'valid',
  'reason',
  'note',
  'source',
  'licence',
];

/** One row a pair, in the order of the source; rows with an id that does not exist stay in and say so. */
export function renderCrosswalkCsv(catalog: Catalog, crosswalk: Crosswalk): string {
  const { covers, framework, kind, source, licence } = crosswalk;
  const rows = checkCrosswalk(catalog, crosswalk).map((row) => [
    covers,
    row.ssdf,
    row.valid ? row.givenAt : '',
    framework,
    row.ref,
    row.via ?? '',
    kind,
    String(row.valid),
    row.valid ? '' : row.reason,
    row.note ?? '',
    `${source.repository} ${source.path} @ ${source.commit}`,
    licence,
  ]);
  return renderCsv([header, ...rows]);
}
