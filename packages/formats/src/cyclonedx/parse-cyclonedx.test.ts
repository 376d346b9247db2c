// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseCycloneDx } from './parse-cyclonedx.ts';

const commit = 'b2a46a4b83674bae982095557cfe03a8b2a46a4b';
const sha256 = 'f498a8ff2dd007e29c2074f5e4b01a9a01775c3ff3aeaf6906ea503bc5791b7b';
const complete = {
  type: 'library',
  'bom-ref': 'a',
  name: 'left-pad',
  version: '1.3.0',
  purl: 'pkg:npm/left-pad@1.3.0',
  supplier: { name: 'Somebody' },
  hashes: [{ alg: 'SHA-256', content: sha256 }],
  licenses: [{ license: { id: 'MIT' } }],
};
const metadata = {
  timestamp: '2026-06-30T10:00:00Z',
  tools: { components: [{ type: 'application', name: 'cdxgen', version: '11.0.0' }] },
  authors: [{ name: 'Build' }],
  lifecycles: [{ phase: 'build' }],
  component: { type: 'application', name: 'product', version: '2.0.0' },
};
const bom = (change: object = {}): object => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata,
  components: [complete],
  dependencies: [{ ref: 'product', dependsOn: ['a'] }],
  ...change,
});
const sbom = (change: object = {}): object => {
  const parsed = parseCycloneDx(bytesOf(bom(change)));
  return parsed.state === 'parsed' && parsed.sbom !== null ? parsed.sbom : parsed;
};

test('a document with every minimum element has no gaps', () => {
  expect(sbom()).toEqual({
    format: 'cyclonedx',
    specVersion: '1.6',
    tool: 'cdxgen',
    toolVersion: '11.0.0',
    commit: null,
    completed: true,
    finishedAt: '2026-06-30T10:00:00Z',
    subject: { name: 'product', version: '2.0.0', purl: null },
    components: [
      { purl: 'pkg:npm/left-pad@1.3.0', name: 'left-pad', version: '1.3.0', hashed: true, supplier: 'Somebody' },
    ],
    gaps: [],
    problems: [],
  });
});

test('gaps are counted: NTIA 2021 and CISA 2025', () => {
  const bare = { type: 'library', name: 'x', version: 'unknown' };
  expect(
    sbom({
      metadata: undefined,
      components: [complete, bare, { type: 'file', name: 'f' }],
      dependencies: [{ ref: 'a' }],
    }),
  ).toMatchObject({
    gaps: [
      { element: 'supplier', missing: 1 },
      { element: 'version', missing: 1 },
      { element: 'unique identifier', missing: 1 },
      { element: 'dependency relationship', missing: 1 },
      { element: 'component hash', missing: 1 },
      { element: 'license', missing: 1 },
      { element: 'author', missing: 1 },
      { element: 'timestamp', missing: 1 },
      { element: 'tool name', missing: 1 },
      { element: 'generation context', missing: 1 },
    ],
  });
});

test('components inside components are components', () => {
  expect(
    sbom({
      components: [
        { ...complete, components: [{ ...complete, 'bom-ref': 'b', components: [{ ...complete, 'bom-ref': 'c' }] }] },
      ],
    }),
  ).toMatchObject({
    components: [{ name: 'left-pad' }, { name: 'left-pad' }, { name: 'left-pad' }],
    gaps: [],
  });
});

test.each([
  ['pedigree', { pedigree: { commits: [{ uid: commit }] } }],
  ['vcs reference', { externalReferences: [{ type: 'vcs', url: `git+https://example.com/p.git@${commit}` }] }],
  ['package URL', { purl: `pkg:generic/product@2.0.0?vcs_url=git%2Bhttps://example.com/p.git@${commit}` }],
  ['property', { properties: [{ name: 'git.commit', value: commit }] }],
  ['version', { version: commit }],
])('the commit in the %s of the subject', (_, change) => {
  expect(sbom({ metadata: { ...metadata, component: { ...metadata.component, ...change } } })).toMatchObject({
    commit,
  });
});

test('two commits are none', () => {
  const pedigree = { commits: [{ uid: commit }, { uid: 'c'.repeat(40) }] };
  expect(sbom({ metadata: { ...metadata, component: { ...metadata.component, pedigree } } })).toMatchObject({
    commit: null,
    problems: [expect.stringContaining('several commits')],
  });
});

test('tools of 1.4 are a list', () => {
  expect(
    sbom({ specVersion: '1.4', metadata: { ...metadata, tools: [{ vendor: 'x', name: 'syft', version: '1.0' }] } }),
  ).toMatchObject({ tool: 'syft', toolVersion: '1.0' });
});

test('the tool is the generator, not what it runs on', () => {
  const components = [
    { name: 'npm', version: '11.0.0' },
    { name: 'cyclonedx-library', version: '10.0.0' },
    { name: 'cyclonedx-npm', version: '5.0.0' },
  ];
  expect(sbom({ metadata: { ...metadata, tools: { components } } })).toMatchObject({
    tool: 'cyclonedx-npm',
    toolVersion: '5.0.0',
  });
});

const references = (content: string): object[] => [
  { type: 'distribution', url: 'https://example.com/a.tgz', hashes: [{ alg: 'SHA-256', content }] },
];

test('the hash of what was downloaded is a hash of the component; one that cannot be is none', () => {
  expect(sbom({ components: [{ ...complete, hashes: [], externalReferences: references(sha256) }] })).toMatchObject({
    components: [{ hashed: true }],
    gaps: [],
  });
  expect(sbom({ components: [{ ...complete, hashes: [], externalReferences: references('foo') }] })).toMatchObject({
    components: [{ hashed: false }],
  });
});

test('analysed vulnerabilities are VEX, others are not; a document of nothing else is no bill of materials', () => {
  const vulnerabilities = [
    {
      id: 'CVE-2026-1',
      analysis: { state: 'not_affected', justification: 'code_not_reachable' },
      affects: [{ ref: 'a' }],
    },
    { id: 'CVE-2026-2', analysis: { state: 'resolved' }, affects: [{ ref: 'urn:cdx:x/1#y' }] },
    { id: 'CVE-2026-3', affects: [{ ref: 'a' }] },
    { id: 'CVE-2026-4', analysis: { state: 'sleeping' }, affects: [{ ref: 'a' }] },
  ];
  const statements = [
    {
      vulnerability: 'CVE-2026-1',
      status: 'not_affected',
      products: ['pkg:npm/left-pad@1.3.0'],
      justification: 'code_not_reachable',
    },
    { vulnerability: 'CVE-2026-2', status: 'fixed', products: ['urn:cdx:x/1#y'], justification: null },
  ];
  expect(parseCycloneDx(bytesOf(bom({ vulnerabilities })))).toMatchObject({
    sbom: { components: [{}] },
    vex: { author: 'Build', statements },
  });
  expect(parseCycloneDx(bytesOf(bom({ components: [], vulnerabilities })))).toMatchObject({
    sbom: null,
    vex: { problems: [expect.stringContaining('analysis.state')] },
  });
});

test('another version is not read', () => {
  expect(parseCycloneDx(bytesOf(bom({ specVersion: '2.0' })))).toMatchObject({
    fault: { because: 'CycloneDX 2.0 is not read, only 1.4 to 1.7' },
  });
});
