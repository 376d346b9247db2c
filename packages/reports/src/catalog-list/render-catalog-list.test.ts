// SPDX-License-Identifier: Apache-2.0
import { sampleCatalog, sampleFramework } from '@plumbline/core/catalog/testing/sample-catalog';
import { searchCatalog } from '@plumbline/core/catalog/search-catalog';
import { expect, test } from 'vitest';
import { plainStyle } from '../text/style.ts';
import { renderCatalogList } from './render-catalog-list.ts';
import { renderSearchResults } from './render-search-results.ts';

const layout = { width: 60, style: plainStyle };
const catalog = sampleCatalog();
const search = (query: string): string =>
  renderSearchResults(catalog.framework, query, searchCatalog(catalog, query), layout);
const draft = sampleCatalog({
  status: 'initial-public-draft',
  groups: [
    {
      ...sampleFramework.groups[0],
      practices: [
        {
          id: 'PO.6',
          name: 'Improve',
          description: 'Improve continuously.',
          changeFrom11: 'new practice',
          tasks: [
            { id: 'PO.6.1', statement: 'Improve.', changeFrom11: 'new task' },
            {
              id: 'PO.6.2',
              statement: 'Plan.',
              changeFrom11: { statement: true, examplesReworded: [], examplesAdded: [] },
            },
            {
              id: 'PO.6.3',
              statement: 'Look.',
              changeFrom11: { statement: false, examplesReworded: [1], examplesAdded: [] },
            },
            {
              id: 'PO.6.4',
              statement: 'Stay.',
              changeFrom11: { statement: false, examplesReworded: [], examplesAdded: [] },
            },
          ],
        },
      ],
    },
  ],
});

test('tasks stand below their practice and their group, in columns', () => {
  expect(renderCatalogList(catalog, layout)).toBe(`Sample SP 1  Sample Framework Version 1.0
2022-02 · 2 groups, 2 practices, 4 tasks
https://example.org/sample

PO  Prepare the Organization
  PO.1  Define Security Requirements
    PO.1.1  Identify all security requirements.
    PO.1.3  Communicate requirements.

PW  Produce Well-Secured Software
  PW.7  Review Code
    PW.7.1  Determine whether code review or code analysis
            should be used.
    PW.7.2  Perform the code review.
`);
});

test('a draft is headed as one and says what changed, in total and at each task', () => {
  const text = renderCatalogList(draft, layout);
  expect(text).toMatch(/^DRAFT {2}Initial public draft: look, but do not attest/u);
  expect(text).toContain(`What changed from SSDF 1.1
  1 new practice: PO.6
  1 new task: PO.6.1
  1 reworded task: PO.6.2
  1 task changed in examples alone: PO.6.3
`);
  expect(text).toContain('PO.6.1  Improve. [new]');
  expect(text).toContain('PO.6.2  Plan. [reworded]');
  expect(text).toContain('PO.6.3  Look. [examples changed]');
  expect(text).toMatch(/PO\.6\.4 {2}Stay\.\n/u);
});

test('only words are marked, never the white space before them', () => {
  const style = { ...plainStyle, bold: (text: string) => `<${text}>`, cyan: (text: string) => `{${text}}` };
  expect(renderCatalogList(catalog, { width: 60, style })).toContain('\n<PO  >Prepare the Organization\n');
});

test('a search quotes the passage where it is not the task itself, and never what the person typed as it is', () => {
  expect(search('peer')).toBe(`1 task of sample-1 with "peer"
PW.7.2  Perform the code review.
        In an example: Use peer review.
`);
  expect(search('\u001b[31m')).toBe('0 tasks of sample-1 with "⟨U+001B⟩[31m"\n');
});
