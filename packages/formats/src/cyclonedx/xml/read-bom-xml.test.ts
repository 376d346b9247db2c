// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { parseCycloneDx } from '../parse-cyclonedx.ts';
import { readBomXml } from './read-bom-xml.ts';

const namespace = 'http://cyclonedx.org/schema/bom/1.6';
const content = (prefix = ''): string =>
  `<metadata><timestamp>2026-05-01T10:00:00Z</timestamp><tools><components><component type="application"><name>cdxgen</name><version>10.1.0</version></component></components></tools>
  <component type="application" bom-ref="root"><name>lantern</name><version>1.2.0</version><pedigree><commits><commit><uid>${'a'.repeat(40)}</uid></commit></commits></pedigree></component></metadata>
  <components><component type="library" bom-ref="a"><publisher>Azer</publisher><group>x</group><name>left-pad</name><version>1.3.0</version>
  <hashes><hash alg="SHA-256">${'0'.repeat(64)}</hash></hashes><licenses><license><id>MIT</id></license></licenses><purl>pkg:npm/left-pad@1.3.0</purl>
  <components><component type="library" bom-ref="b"><name>inner</name></component></components></component></components>
  <dependencies><dependency ref="root"><dependency ref="a"/></dependency></dependencies>
  <vulnerabilities><vulnerability><id>CVE-2026-1</id><analysis><state>not_affected</state></analysis><affects><target><ref>a</ref></target></affects></vulnerability></vulnerabilities>`.replaceAll(
    /<(\/?)(?=[a-z])/gu,
    `<$1${prefix}`,
  );
const bom = `<bom xmlns="${namespace}">${content()}</bom>`;

test('document, subject, components inside components, relationships and VEX', () => {
  const parsed = parseCycloneDx(bytesOf(bom));
  expect(parsed).toMatchObject({
    state: 'parsed',
    sbom: {
      tool: 'cdxgen',
      toolVersion: '10.1.0',
      commit: 'a'.repeat(40),
      finishedAt: '2026-05-01T10:00:00Z',
      specVersion: '1.6',
      subject: { name: 'lantern', version: '1.2.0' },
      components: [
        { purl: 'pkg:npm/left-pad@1.3.0', name: 'x/left-pad', version: '1.3.0', hashed: true, supplier: 'Azer' },
        { purl: null, name: 'inner', version: null, hashed: false, supplier: null },
      ],
      problems: [],
    },
    vex: {
      statements: [{ vulnerability: 'CVE-2026-1', status: 'not_affected', products: ['pkg:npm/left-pad@1.3.0'] }],
    },
  });
  expect(parsed).not.toMatchObject({
    sbom: { gaps: expect.arrayContaining([expect.objectContaining({ element: 'dependency relationship' })]) },
  });
});

test('another prefix is the same document, and extensions are left out', () => {
  const prefixed = `<cdx:bom xmlns:cdx="${namespace}" xmlns:v="urn:x">${content('cdx:')}<v:components><cdx:component/></v:components></cdx:bom>`;
  expect(parseCycloneDx(bytesOf(prefixed))).toEqual(parseCycloneDx(bytesOf(bom)));
});

test.each([
  ['another version', `<bom xmlns="http://cyclonedx.org/schema/bom/2.0"/>`, /CycloneDX 2\.0 is not read/u],
  ['another namespace', '<bom xmlns="urn:x"/>', /not of a namespace of CycloneDX/u],
  ['a document type', `<!DOCTYPE bom [<!ENTITY a "b">]>${bom}`, /document type declaration is refused/u],
  ['what does not end', bom.slice(0, -20), /the text ends|closes nothing|a tag that does not end/u],
  ['200 levels', `<bom xmlns="${namespace}">${'<components><component>'.repeat(200)}`, /nested deeper/u],
])('%s is refused with a reason', (_, text, because) => {
  expect(readBomXml(bytesOf(text))).toMatchObject({
    state: 'failed',
    fault: { because: expect.stringMatching(because) },
  });
});

test('a long text is cut', () => {
  const long = `<bom xmlns="${namespace}"><components><component><name>${'x'.repeat(1_000_000)}</name></component></components></bom>`;
  expect(JSON.stringify(readBomXml(bytesOf(long))).length).toBeLessThan(12_000);
});

test('a million small elements are read in linear time', { timeout: 30_000 }, () => {
  const many = `<bom xmlns="${namespace}"><dependencies><dependency ref="a">${'<dependency ref="b"/>'.repeat(300_000)}</dependency></dependencies></bom>`;
  expect(readBomXml(bytesOf(many))).toMatchObject({ state: 'read' });
});

test('never throws, however it is broken', () => {
  fc.assert(
    fc.property(fc.nat({ max: bom.length }), fc.nat({ max: 40 }), fc.string({ maxLength: 6 }), (from, length, put) => {
      const broken = bom.slice(0, from) + put + bom.slice(from + length);
      expect(['parsed', 'failed']).toContain(parseCycloneDx(bytesOf(broken)).state);
    }),
    { numRuns: 400 },
  );
});
