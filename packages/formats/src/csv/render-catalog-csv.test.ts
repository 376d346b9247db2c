// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { shippedCatalog, shippedCrosswalk } from '../testing/shipped-catalog.ts';
import { renderCatalogCsv } from './render-catalog-csv.ts';
import { renderCrosswalkCsv } from './render-crosswalk-csv.ts';

const rowsOf = (csv: string): string[] => csv.split('\r\n').slice(0, -1);

test.each(['ssdf-1.1', 'ssdf-1.2-draft', 'ssdf-218A'])('%s gives one row a task, in catalog order', (id) => {
  const { framework, tasks } = shippedCatalog(id);
  const [header, ...rows] = rowsOf(renderCatalogCsv(framework));
  expect(header).toMatch(/^framework,status,group,/u);
  expect(rows.map((row) => /[A-Z]{2}\.\d\.\d/u.exec(row)?.[0])).toEqual(tasks.map((task) => task.id));
});

test('a crosswalk keeps the rows that are not followed, and says why', () => {
  const osps = shippedCrosswalk('osps-baseline');
  const rows = rowsOf(renderCrosswalkCsv(shippedCatalog('ssdf-1.1'), osps));
  expect(rows.length).toBe(osps.rows.length + 1);
  expect(rows.find((row) => row.includes(',P0.3.1,'))).toContain(
    'false,"""P0.3.1"" is not an id of ssdf-1.1; it probably means PO.3.1"',
  );
});
