// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseSpdx } from './parse-spdx.ts';

const commit = 'b2a46a4b83674bae982095557cfe03a8b2a46a4b';
const subject = {
  SPDXID: 'SPDXRef-product',
  name: 'product',
  versionInfo: '2.0.0',
  downloadLocation: `git+https://example.com/p.git@${commit}`,
};
const component = {
  SPDXID: 'SPDXRef-a',
  name: 'left-pad',
  versionInfo: '1.3.0',
  supplier: 'Organization: Somebody (mail@example.com)',
  downloadLocation: 'NOASSERTION',
  checksums: [{ algorithm: 'SHA256', checksumValue: 'f'.repeat(64) }],
  licenseDeclared: 'MIT',
  externalRefs: [
    { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: 'pkg:npm/left-pad@1.3.0' },
  ],
};
const document = (change: object = {}): Uint8Array =>
  bytesOf({
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'product',
    dataLicense: 'CC0-1.0',
    documentNamespace: 'https://example.com/spdx/1',
    creationInfo: {
      created: '2026-06-30T10:00:00Z',
      creators: ['Tool: syft-1.4.0', 'Organization: Us'],
      comment: 'SBOM Type: Build',
    },
    packages: [subject, component],
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relatedSpdxElement: 'SPDXRef-product', relationshipType: 'DESCRIBES' },
      { spdxElementId: 'SPDXRef-product', relatedSpdxElement: 'SPDXRef-a', relationshipType: 'DEPENDS_ON' },
    ],
    ...change,
  });

test('a document of SPDX 2.3 with every minimum element', () => {
  expect(parseSpdx(document())).toEqual({
    state: 'parsed',
    found: [
      {
        format: 'spdx',
        specVersion: '2.3',
        tool: 'syft',
        toolVersion: '1.4.0',
        commit,
        completed: true,
        finishedAt: '2026-06-30T10:00:00Z',
        subject: { name: 'product', version: '2.0.0', purl: null },
        components: [
          {
            purl: 'pkg:npm/left-pad@1.3.0',
            name: 'left-pad',
            version: '1.3.0',
            hashed: true,
            supplier: 'Somebody (mail@example.com)',
          },
        ],
        gaps: [],
        problems: [],
      },
    ],
  });
});

test('NOASSERTION asserts nothing', () => {
  const silent = {
    SPDXID: 'SPDXRef-a',
    name: 'x',
    supplier: 'NOASSERTION',
    versionInfo: 'NOASSERTION',
    licenseConcluded: 'NOASSERTION',
    downloadLocation: 'NOASSERTION',
  };
  const parsed = parseSpdx(
    document({ packages: [subject, silent], relationships: [], documentDescribes: ['SPDXRef-product'] }),
  );
  expect(parsed).toMatchObject({
    found: [
      {
        gaps: ['supplier', 'version', 'unique identifier', 'dependency relationship', 'component hash', 'license'].map(
          (element) => ({ element, missing: 1 }),
        ),
      },
    ],
  });
});

test('a graph of SPDX 3.0', () => {
  const graph = [
    {
      type: 'CreationInfo',
      '@id': '_:c',
      specVersion: '3.0.1',
      created: '2026-06-30T10:00:00Z',
      createdBy: ['urn:us'],
      createdUsing: ['urn:tool'],
    },
    { type: 'Organization', spdxId: 'urn:us', name: 'Us', creationInfo: '_:c' },
    { type: 'Tool', spdxId: 'urn:tool', name: 'syft-1.4.0', creationInfo: '_:c' },
    { type: 'SpdxDocument', spdxId: 'urn:doc', rootElement: ['urn:sbom'], creationInfo: '_:c' },
    {
      type: 'software_Sbom',
      spdxId: 'urn:sbom',
      rootElement: ['urn:p'],
      software_sbomType: ['build'],
      creationInfo: '_:c',
    },
    {
      type: 'software_Package',
      spdxId: 'urn:p',
      name: 'product',
      software_downloadLocation: `git+https://example.com/p.git@${commit}`,
    },
    {
      type: 'software_Package',
      spdxId: 'urn:a',
      name: 'left-pad',
      software_packageVersion: '1.3.0',
      software_packageUrl: 'pkg:npm/left-pad@1.3.0',
      suppliedBy: 'urn:us',
      verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: 'f'.repeat(64) }],
    },
    { type: 'Relationship', spdxId: 'urn:r1', from: 'urn:p', to: ['urn:a'], relationshipType: 'dependsOn' },
    { type: 'Relationship', spdxId: 'urn:r2', from: 'urn:a', to: ['urn:mit'], relationshipType: 'hasDeclaredLicense' },
  ];
  expect(
    parseSpdx(bytesOf({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph })),
  ).toMatchObject({
    found: [
      {
        specVersion: '3.0.1',
        tool: 'syft',
        toolVersion: '1.4.0',
        commit,
        subject: { name: 'product' },
        components: [{ purl: 'pkg:npm/left-pad@1.3.0', hashed: true, supplier: 'Us' }],
        gaps: [],
        problems: [],
      },
    ],
  });
});

test('what breaks the standard is said, what is usable is kept', () => {
  const parsed = parseSpdx(
    document({ SPDXID: '', creationInfo: {}, packages: [{ name: 'x' }, { SPDXID: 'SPDXRef-a b' }] }),
  );
  expect(parsed).toMatchObject({ found: [{ components: [{ name: 'x' }, { name: '' }], finishedAt: null }] });
  expect(parsed.state === 'parsed' && parsed.found[0]?.problems.length).toBeGreaterThan(4);
});
