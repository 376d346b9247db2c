// SPDX-License-Identifier: Apache-2.0
import { sampleCatalog } from '@plumbline/core/catalog/testing/sample-catalog';
import { sampleCrosswalk } from '@plumbline/core/catalog/testing/sample-crosswalk';
import { expect, test } from 'vitest';
import { renderCrosswalkFaults } from './render-crosswalk-faults.ts';

test('lists every row that is not followed and every id that was read otherwise', () => {
  const rows = [
    { ssdf: 'PW.7.1', ref: 'OT-1', asPrinted: 'PW 7.1' },
    { ssdf: 'PW|7', ref: 'OT-2' },
    { ssdf: 'PW.7', ref: 'OT-9' },
  ];
  const page = renderCrosswalkFaults({
    catalogs: [sampleCatalog()],
    crosswalks: [sampleCrosswalk({ rows })],
    knownRefs: new Map([['other', new Set(['OT-1', 'OT-2'])]]),
  });
  expect(page).toContain('3 rows in 1 crosswalk were checked; in 2 an id does');
  expect(page).toContain('| other | PW\\|7 | OT-2 | "PW\\|7" is not an id of sample-1 |');
  expect(page).toContain('| other | PW.7 | OT-9 | "OT-9" is not an id of Other |');
  expect(page).toContain('| other | PW 7.1 | PW.7.1 | OT-1 |');
});
