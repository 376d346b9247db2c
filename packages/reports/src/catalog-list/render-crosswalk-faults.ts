// SPDX-License-Identifier: Apache-2.0
import { checkCrosswalk, type CheckedRow } from '@plumbline/core/catalog/check-crosswalk';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { Crosswalk } from '@plumbline/core/catalog/crosswalk';
import { counted } from './layout.ts';

/** All that the page rests on; `knownRefs` are complete lists of ids, by the id of the other framework. */
export type CrosswalkFaultsInput = {
  readonly catalogs: readonly Catalog[];
  readonly crosswalks: readonly Crosswalk[];
  readonly knownRefs: ReadonlyMap<string, ReadonlySet<string>>;
};

type Judged = { readonly crosswalk: Crosswalk; readonly row: CheckedRow };

const cells = (...values: readonly string[]): string =>
  `| ${values.map((value) => value.replaceAll('|', String.raw`\|`)).join(' | ')} |`;

function judge({ catalogs, crosswalks, knownRefs }: CrosswalkFaultsInput): readonly Judged[] {
  return crosswalks.flatMap((crosswalk) => {
    const catalog = catalogs.find(({ framework }) => framework.id === crosswalk.covers);
    if (catalog === undefined) return [];
    const rows = checkCrosswalk(catalog, crosswalk, knownRefs.get(crosswalk.frameworkId));
    return rows.map((row) => ({ crosswalk, row }));
  });
}

const flaggedLine = ({ crosswalk, row }: Judged): readonly string[] =>
  row.valid ? [] : [cells(crosswalk.slug, row.ssdf, row.ref, row.reason)];

const readLine = ({ crosswalk, row }: Judged): readonly string[] =>
  row.valid && row.asPrinted !== undefined ? [cells(crosswalk.slug, row.asPrinted, row.ssdf, row.ref)] : [];

/** The generated page `crosswalk-faults.md`: every row that is kept but not followed, and every id read otherwise. */
export function renderCrosswalkFaults(input: CrosswalkFaultsInput): string {
  const judged = judge(input);
  const flagged = judged.flatMap(flaggedLine);
  const read = judged.flatMap(readLine);
  return [
    '# Faults in the crosswalks',
    '',
    `${counted(judged.length, 'row')} in ${counted(input.crosswalks.length, 'crosswalk')} were checked; in ${flagged.length} an id does`,
    'not exist. They are kept as their source prints them, shown wherever the crosswalk is shown, and never followed.',
    '',
    cells('crosswalk', 'SSDF id as printed', 'other id', 'why it is not followed'),
    cells('---', '---', '---', '---'),
    ...flagged,
    '',
    '## Read otherwise than printed',
    '',
    'These ids are followed. The note of the crosswalk says why.',
    '',
    cells('crosswalk', 'as printed', 'read as', 'other id'),
    cells('---', '---', '---', '---'),
    ...read,
    '',
  ].join('\n');
}
