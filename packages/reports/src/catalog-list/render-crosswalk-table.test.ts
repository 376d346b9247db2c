// SPDX-License-Identifier: Apache-2.0
import { crosswalksOfTask } from '@plumbline/core/catalog/crosswalks-of-task';
import { sampleCatalog } from '@plumbline/core/catalog/testing/sample-catalog';
import { sampleCrosswalk } from '@plumbline/core/catalog/testing/sample-crosswalk';
import { expect, test } from 'vitest';
import { plainStyle } from '../text/style.ts';
import { renderCrosswalkIndex } from './render-crosswalk-index.ts';
import { renderCrosswalkTable } from './render-crosswalk-table.ts';
import { renderTaskCrosswalks } from './render-task-crosswalks.ts';

const layout = { width: 100, style: plainStyle };
const catalog = sampleCatalog();
const published = sampleCrosswalk({ attribution: 'The Other project', note: 'Informative.' });
const derived = sampleCrosswalk({
  slug: 'derived',
  framework: 'Derived',
  kind: 'derived',
  rows: [
    { ssdf: 'PW.7.2', ref: 'OT-7', via: 'A-1' },
    { ssdf: 'PW.7.2', ref: 'OT-7', via: 'A-2' },
    { ssdf: 'PW.7.2', ref: 'OT-8', via: 'A-2' },
  ],
});

test('a crosswalk says where it comes from, what it is worth, and what is not followed', () => {
  expect(renderCrosswalkTable(catalog, published, layout)).toBe(`Other Framework 3 controls
Kind     published by the framework itself; 6 rows against sample-1
Source   example/other, map.yaml @ 0123456789ab
Licence  Apache-2.0; The Other project
Note     Informative.

  PW.7    OT-1 (for the practice)
  PW.7.2  OT-2
  PW      OT-3 (for the group)

Kept as printed and not followed
  PW.7.2 to OT_4  "OT_4" does not have the form of an id of Other
  PW 7.2 to OT-5  "PW 7.2" is not an id of sample-1; it probably means PW.7.2
  PW.3.1 to OT-6  PW.3.1 is retired in sample-1; it moved to PO.1.3
`);
});

test('a task shows its crosswalks by worth, with what was given for the practice and what was derived', () => {
  const found = crosswalksOfTask(catalog, [derived, published], 'PW.7.2');
  expect(renderTaskCrosswalks(found, layout)).toBe(`Crosswalks published by the framework itself
  Other    OT-2; OT-1 (for the practice); OT-3 (for the group)
           In its own words.
  Other    OT_4, kept but not followed: "OT_4" does not have the form of an id of Other
  Other    OT-5, kept but not followed: "PW 7.2" is not an id of sample-1; it probably means PW.7.2

Crosswalks derived by chaining two mappings, indicative only
  Derived  OT-7 via A-1 and A-2, OT-8 via A-2

`);
  expect(renderTaskCrosswalks([], layout)).toBe('');
});

test('the index names what to ask for', () => {
  expect(renderCrosswalkIndex([derived, published], layout)).toBe(`Crosswalks published by the framework itself
  other    Other Framework 3 controls (6 rows)

Crosswalks derived by chaining two mappings, indicative only
  derived  Other Framework 3 controls (3 rows)

`);
});
