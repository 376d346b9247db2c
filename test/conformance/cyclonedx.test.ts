// SPDX-License-Identifier: Apache-2.0
import { parseCycloneDx } from '@plumbline/formats/cyclonedx/parse-cyclonedx';
import { detectFormat } from '@plumbline/formats/detect/detect-format';
import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';

type Component = { readonly type?: string; readonly components?: readonly Component[] };
type Bom = { readonly metadata?: { readonly component?: Component }; readonly components?: readonly Component[] };

/** Not checked: the list of SPDX license ids changes every quarter, and an id that it lacks harms no answer. */
const notImplemented: ReadonlySet<string> = new Set(['invalid-license-id-1.7.json']);
/** No CycloneDX, and said so. */
const refused: ReadonlySet<string> = new Set([
  'invalid-bomformat-1.6.json',
  'invalid-bomformat-1.7.json',
  'guac__invalid-cyclonedx.json',
]);

const files = corpus('cyclonedx');
const invalid = files.filter(({ name }) => name.startsWith('invalid-') && !refused.has(name));
const usable = files.filter(({ name }) => !refused.has(name));

const listed = (components: readonly Component[] = []): number =>
  components.reduce((sum, { type, components }) => sum + (type === 'file' ? 0 : 1) + listed(components), 0);

describe.each(usable)('$name', ({ bytes, json }) => {
  test('is recognised, and every component is listed once', () => {
    const { metadata, components } = json as Bom;
    expect(detectFormat(bytes)).toEqual({ state: 'known', format: 'cyclonedx' });
    const parsed = parseCycloneDx(bytes);
    expect(parsed.state).toBe('parsed');
    const found = parsed.state === 'parsed' ? (parsed.sbom?.components.length ?? 0) : -1;
    expect(found).toBe(listed(components) + listed(metadata?.component?.components));
  });
});

test.each(invalid)('$name has a problem', ({ name, bytes }) => {
  const parsed = parseCycloneDx(bytes);
  const problems = parsed.state === 'parsed' ? parsed.sbom?.problems : [];
  expect(problems?.length === 0).toBe(notImplemented.has(name));
});

test.each(files.filter(({ name }) => name.startsWith('valid-')))('$name has none', ({ bytes }) => {
  const parsed = parseCycloneDx(bytes);
  expect(parsed).toMatchObject({ state: 'parsed' });
  expect(
    parsed.state === 'parsed' ? [...(parsed.sbom?.problems ?? []), ...(parsed.vex?.problems ?? [])] : ['failed'],
  ).toEqual([]);
});

test.each(files.filter(({ name }) => refused.has(name)))('$name is refused with a reason', ({ bytes }) => {
  expect(parseCycloneDx(bytes)).toMatchObject({ state: 'failed', fault: { code: 'unknown-format' } });
});
