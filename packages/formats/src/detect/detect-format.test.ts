// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsaf } from '../csaf/parse-csaf.ts';
import { parseCycloneDx } from '../cyclonedx/parse-cyclonedx.ts';
import { parseInToto } from '../in-toto/parse-in-toto.ts';
import { parseJunit } from '../junit/parse-junit.ts';
import { parseOpenVex } from '../openvex/parse-openvex.ts';
import { parseOsquery } from '../osquery/parse-osquery.ts';
import { parseSarif } from '../sarif/parse-sarif.ts';
import { parseSpdx } from '../spdx/parse-spdx.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { detectFormat } from './detect-format.ts';

test.each([
  ['sarif', { version: '2.1.0', runs: [] }],
  ['cyclonedx', { bomFormat: 'CycloneDX', specVersion: '1.7' }],
  ['spdx', { spdxVersion: 'SPDX-2.3' }],
  ['spdx', { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [] }],
  ['openvex', { '@context': 'https://openvex.dev/ns/v0.2.0' }],
  ['csaf', { document: { category: 'csaf_vex', csaf_version: '2.0' } }],
  ['in-toto', { _type: 'https://in-toto.io/Statement/v1' }],
  ['in-toto', { payloadType: 'application/vnd.in-toto+json', payload: '' }],
  ['in-toto', { mediaType: 'x', dsseEnvelope: { payload: '', payloadType: '' } }],
  ['in-toto', '{"dsseEnvelope":{}}\n{"dsseEnvelope":{}}\n'],
  ['junit', '<?xml version="1.0"?>\n<testsuites/>'],
  ['cyclonedx', '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>'],
  ['cyclonedx', '<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.6"/>'],
  ['spdx', '# made by hand\n\nSPDXVersion: SPDX-2.3\n'],
  ['osquery', [{ encrypted: '1' }]],
  ['osquery', '{"name":"x","columns":{}}\n{"name":"y","columns":{}}'],
])('%s by its content', (format, content) => {
  expect(detectFormat(bytesOf(content))).toEqual({ state: 'known', format });
});

test.each([
  ['', /empty/, 1],
  ['Version: SPDX-2.3', /neither JSON nor XML/, 1],
  [{ results: [] }, /none of the known formats/, 1],
  ['<bom xmlns="http://example.com/bom/1.6"/>', /<bom>/, 1],
  ['<rdf:RDF/>', /RDF is not read/, 1],
  ['<html></html>', /<html>/, 1],
  ['{"version": "2.1.0",\n "runs": [}', /a value is expected/, 2],
  ['{"runs": []} trailing', /a value is expected/, 1],
])('%j is refused with a reason', (content, because, line) => {
  expect(detectFormat(bytesOf(content))).toMatchObject({
    state: 'failed',
    fault: { because: expect.stringMatching(because), line },
  });
});

test('UTF-16, as some shells write it, is told', () => {
  expect(detectFormat(Uint8Array.of(0xff, 0xfe, 0x7b, 0))).toMatchObject({
    fault: { because: 'UTF-16 text: save it as UTF-8' },
  });
});

/** Values in which the members that parsers look at come up, with anything in them. */
const words = [
  'version',
  '2.1.0',
  'runs',
  'tool',
  'driver',
  'results',
  'invocations',
  'bomFormat',
  'CycloneDX',
  'specVersion',
  '1.6',
  'metadata',
  'component',
  'components',
  'hashes',
  'licenses',
  'vulnerabilities',
  'analysis',
  'affects',
  'dependencies',
  'spdxVersion',
  'SPDX-2.3',
  'packages',
  'relationships',
  '@context',
  'https://openvex.dev/ns/v0.2.0',
  'https://spdx.org/rdf/3.0.1/',
  '@graph',
  'type',
  'software_Package',
  'statements',
  '_type',
  'https://in-toto.io/Statement/v1',
  'predicate',
  'subject',
  'payload',
  'payloadType',
  'e30=',
  'dsseEnvelope',
  'columns',
  'snapshot',
  'rows',
  'name',
  'id',
  'ruleId',
  'level',
  'properties',
  'timestamp',
  'product_status',
  'known_not_affected',
  'product_tree',
  'branches',
  'flags',
  '__proto__',
  'constructor',
  'length',
];
const { value: hostile } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: 'medium' },
    fc.constantFrom(...words, null, true, -1, 1e300, ''),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...words), tie('value')), { maxLength: 6 })
      .map((members) => Object.fromEntries(members)),
  ),
}));

const formats = [
  ['SARIF', parseSarif, { version: '2.1.0', runs: [] }],
  ['CycloneDX', parseCycloneDx, { bomFormat: 'CycloneDX', specVersion: '1.6' }],
  ['SPDX 2', parseSpdx, { spdxVersion: 'SPDX-2.3' }],
  ['SPDX 3', parseSpdx, { '@context': 'https://spdx.org/rdf/3.0.1/x' }],
  ['CSAF', parseCsaf, { document: { csaf_version: '2.0' } }],
  ['OpenVEX', parseOpenVex, { '@context': 'https://openvex.dev/ns/v0.2.0' }],
  ['in-toto', parseInToto, { _type: 'https://in-toto.io/Statement/v1' }],
  ['osquery', parseOsquery, {}],
] as const;

test.each(formats)('%s: no content makes it throw', (_, parse, head) => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...words), hostile), hostile, (members, value) => {
      const whole = parse(bytesOf({ ...members, ...head }));
      const any = parse(bytesOf(JSON.stringify(value) ?? ''));
      expect([whole.state, any.state].every((state) => state === 'parsed' || state === 'failed')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('no bytes make anything throw', () => {
  const all = [...formats.map(([, parse]) => parse), parseJunit];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(detectFormat(bytes).state).toMatch(/known|failed/);
      for (const parse of all) expect(parse(bytes).state).toMatch(/parsed|failed/);
    }),
  );
});
