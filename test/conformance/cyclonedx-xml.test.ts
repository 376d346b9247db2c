// SPDX-License-Identifier: Apache-2.0
import { parseCycloneDx } from '@plumbline/formats/cyclonedx/parse-cyclonedx';
import { detectFormat } from '@plumbline/formats/detect/detect-format';
import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';

const files = corpus('cyclonedx-xml');
const twins = new Map(corpus('cyclonedx').map(({ name, bytes }) => [name, bytes]));

/** Not checked: parts that no question asks for, and the list of SPDX license ids, which changes every quarter. */
const notImplemented: ReadonlySet<string> = new Set([
  'invalid-issue-type-1.6.xml',
  'invalid-license-id-1.6.xml',
  'invalid-properties-1.6.xml',
  'invalid-serialnumber-1.6.xml',
  // Twice the same element where it may stand once: the first one counts.
  'invalid-license-id-count-1.6.xml',
  'invalid-license-name-count-1.6.xml',
  // An expression beside licenses, which 1.7 allows.
  'invalid-license-choice-1.6.xml',
  'invalid-license-declared-concluded-mix-1.6.xml',
  // Licenses of the document itself.
  'invalid-metadata-license-1.6.xml',
]);
const refused: ReadonlySet<string> = new Set(['invalid-namespace-1.6.xml']);
const usable = files.filter(({ name }) => !refused.has(name));

const problemsOf = (bytes: Uint8Array): readonly string[] => {
  const parsed = parseCycloneDx(bytes);
  if (parsed.state === 'failed') return [parsed.fault.because];
  return [...(parsed.sbom?.problems ?? []), ...(parsed.vex?.problems ?? [])];
};

test.each(usable)('$name is recognised and read', ({ bytes }) => {
  expect(detectFormat(bytes)).toEqual({ state: 'known', format: 'cyclonedx' });
  expect(parseCycloneDx(bytes)).toMatchObject({ state: 'parsed' });
});

test.each(files.filter(({ name }) => name.startsWith('valid-')))('$name has no problem', ({ bytes }) => {
  expect(problemsOf(bytes)).toEqual([]);
});

test.each(usable.filter(({ name }) => name.startsWith('invalid-')))('$name has a problem', ({ name, bytes }) => {
  expect(problemsOf(bytes).length === 0).toBe(notImplemented.has(name));
});

test.each(files.filter(({ name }) => refused.has(name)))('$name is refused with a reason', ({ bytes }) => {
  expect(detectFormat(bytes)).toMatchObject({ state: 'failed', fault: { code: 'unknown-format' } });
});

describe('the same document in JSON and in XML is the same', () => {
  const pairs = files.filter(({ name }) => name.startsWith('valid-') && twins.has(name.replace('.xml', '.json')));

  test('there are such documents', () => {
    expect(pairs.length).toBeGreaterThan(10);
  });

  test.each(pairs)('$name', ({ name, bytes }) => {
    const twin = twins.get(name.replace('.xml', '.json')) ?? new Uint8Array();
    expect(parseCycloneDx(bytes)).toEqual(parseCycloneDx(twin));
  });
});

test('components, hashes and licenses of what a tool wrote', () => {
  const written = files.find(({ name }) => name === 'cyclonedx_bom.xml')?.bytes ?? new Uint8Array();
  const parsed = parseCycloneDx(written);
  const sbom = parsed.state === 'parsed' ? parsed.sbom : null;
  expect(sbom).toMatchObject({ specVersion: '1.0' });
  expect(sbom?.components).toHaveLength(73);
  expect(sbom?.components[0]).toEqual({
    purl: 'pkg:pypi/asteval@0.9.23',
    name: 'asteval',
    version: '0.9.23',
    hashed: true,
    supplier: 'Matthew Newville',
  });
});
