// SPDX-License-Identifier: Apache-2.0
import { createCatalog, type Catalog } from '../create-catalog.ts';
import { parseCatalog } from '../parse-catalog.ts';

const task = (id: string, statement: string, more: object = {}): object => ({
  id,
  statement,
  examples: [],
  references: [],
  ...more,
});

/** A framework in the shape of `ssdf-1.1.json`, small enough to read at once. */
export const sampleFramework = {
  id: 'sample-1',
  framework: 'Sample Framework',
  version: '1.0',
  publication: 'Sample SP 1',
  title: 'Sample Framework Version 1.0',
  status: 'final',
  published: '2022-02',
  url: 'https://example.org/sample',
  licence: 'public domain',
  notes: ['Examples are notional.'],
  referenceDocuments: [{ key: 'DOC', citation: 'A document (2020).', url: 'https://example.org/doc' }],
  groups: [
    {
      id: 'PO',
      name: 'Prepare the Organization',
      description: 'Organizations should be prepared.',
      practices: [
        {
          id: 'PO.1',
          name: 'Define Security Requirements',
          description: 'Ensure that requirements are known.',
          tasks: [
            task('PO.1.1', 'Identify all security requirements.'),
            task('PO.1.3', 'Communicate requirements.', { formerly: ['PW.3.1'] }),
          ],
        },
      ],
    },
    {
      id: 'PW',
      name: 'Produce Well-Secured Software',
      description: 'Organizations should produce well-secured software.',
      practices: [
        {
          id: 'PW.7',
          name: 'Review Code',
          description: 'Help identify vulnerabilities.',
          tasks: [
            task('PW.7.1', 'Determine whether code review or code analysis should be used.'),
            task('PW.7.2', 'Perform the code review.', {
              examples: [{ id: 'PW.7.2.1', number: 1, text: 'Use peer review.' }],
              references: [{ document: 'DOC', text: '1.1, 1.2', items: ['1.1', '1.2'] }],
            }),
          ],
        },
      ],
    },
  ],
  retiredIdentifiers: [{ id: 'PW.3.1', kind: 'task', movedTo: ['PO.1.3'] }],
  footnotes: [{ number: 1, task: 'PW.7.2', example: null, text: 'A footnote.' }],
};

/** The sample as a catalog; `changes` replace members of the document. */
export function sampleCatalog(changes: object = {}): Catalog {
  const parsed = parseCatalog({ ...sampleFramework, ...changes });
  if (!parsed.ok) throw new Error(`${parsed.path}: ${parsed.message}`);
  return createCatalog(parsed.value);
}
