// SPDX-License-Identifier: Apache-2.0
import { checkCrosswalk, type FlaggedRow } from '@plumbline/core/catalog/check-crosswalk';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { Crosswalk } from '@plumbline/core/catalog/crosswalk';
import { crosswalkWords } from './by-kind.ts';
import { counted, labelled, marked, type Layout } from './layout.ts';
import { linkWords } from './link-words.ts';

function headingOf(crosswalk: Crosswalk, { framework }: Catalog, layout: Layout): readonly string[] {
  const { title, kind, covers, source, licence, attribution, note, rows } = crosswalk;
  const { bold, dim, yellow } = layout.style;
  const against = framework.status === 'final' ? covers : `${covers}, a DRAFT`;
  return [
    marked(layout, title, bold),
    labelled(layout, 'Kind     ', `${crosswalkWords[kind]}; ${counted(rows.length, 'row')} against ${against}`, dim),
    labelled(layout, 'Source   ', `${source.repository}, ${source.path} @ ${source.commit}`, dim),
    labelled(layout, 'Licence  ', attribution === undefined ? licence : `${licence}; ${attribution}`, dim),
    ...(note === undefined ? [] : [labelled(layout, 'Note     ', note, yellow)]),
    '',
  ];
}

function flaggedLines(flagged: readonly FlaggedRow[], layout: Layout): readonly string[] {
  if (flagged.length === 0) return [];
  const { bold, red } = layout.style;
  const rows = flagged.map(({ ssdf, ref, reason }) => labelled(layout, `  ${ssdf} to ${ref}  `, reason, red));
  return ['', bold('Kept as printed and not followed'), ...rows];
}

/** One crosswalk: where it comes from and what it is worth, its pairs by SSDF id, and the rows that are not followed. */
export function renderCrosswalkTable(catalog: Catalog, crosswalk: Crosswalk, layout: Layout): string {
  const rows = checkCrosswalk(catalog, crosswalk);
  const bySsdf = Map.groupBy(
    rows.filter((row) => row.valid),
    ({ ssdf }) => ssdf,
  );
  const column = Math.max(0, ...[...bySsdf.keys()].map((id) => id.length)) + 4;
  const lines = [...bySsdf].map(([ssdf, links]) =>
    labelled(layout, `  ${ssdf}`.padEnd(column), linkWords(links), layout.style.cyan),
  );
  const flagged = rows.filter((row) => !row.valid);
  return [...headingOf(crosswalk, catalog, layout), ...lines, ...flaggedLines(flagged, layout), ''].join('\n');
}
