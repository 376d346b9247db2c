// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { parseSpdx } from '../parse-spdx.ts';
import { readTagValue } from './read-tag-value.ts';

const head = `SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: lantern
DocumentNamespace: https://example.com/lantern
Creator: Tool: syft-1.4.0
Creator: Organization: Lantern
Created: 2026-05-01T10:00:00Z
`;
const product = `PackageName: lantern
SPDXID: SPDXRef-Package-lantern
PackageVersion: 1.2.0
PackageDownloadLocation: git+https://example.com/lantern.git@${'a'.repeat(40)}
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-Package-lantern
`;
const library = `PackageName: left-pad
SPDXID: SPDXRef-Package-left-pad
PackageVersion: 1.3.0
PackageSupplier: Person: Azer (azer@example.com)
PackageDownloadLocation: NOASSERTION
PackageChecksum: SHA256: ${'0'.repeat(64)}
PackageLicenseConcluded: WTFPL
PackageComment: <text>Two lines,
PackageName: and this is not a package</text>
ExternalRef: PACKAGE-MANAGER purl pkg:npm/left-pad@1.3.0
FileName: ./index.js
SPDXID: SPDXRef-File
PackageVersion: 9.9.9
Relationship: SPDXRef-Package-lantern DEPENDS_ON SPDXRef-Package-left-pad
`;

test('the document, its subject and its components', () => {
  const parsed = parseSpdx(bytesOf(head + product + library));
  expect(parsed).toMatchObject({ state: 'parsed' });
  const [sbom] = parsed.state === 'parsed' ? parsed.found : [];
  expect(sbom).toMatchObject({
    specVersion: '2.3',
    tool: 'syft',
    toolVersion: '1.4.0',
    commit: 'a'.repeat(40),
    finishedAt: '2026-05-01T10:00:00Z',
    subject: { name: 'lantern', version: '1.2.0' },
    problems: [],
  });
  expect(sbom?.components).toEqual([
    {
      purl: 'pkg:npm/left-pad@1.3.0',
      name: 'left-pad',
      version: '1.3.0',
      hashed: true,
      supplier: 'Azer (azer@example.com)',
    },
  ]);
  expect(sbom?.gaps).toEqual([{ element: 'generation context', missing: 1 }]);
});

test('line ends of another system, a byte order mark and comments change nothing', () => {
  const plain = parseSpdx(bytesOf(head + product + library));
  const other = `\uFEFF# made by hand\n${head}${product}${library}`.replaceAll('\n', '\r\n');
  expect(parseSpdx(bytesOf(other))).toEqual(plain);
});

test('what is no tag, and fields that lack a part, are told with their line', () => {
  const read = readTagValue(bytesOf(`${head}\nnonsense\nRelationship: A\nPackageName: x\nExternalRef: OTHER\n`));
  expect(read).toMatchObject({
    problems: [
      'SPDX 2 tag-value: line 10 is neither a tag nor a comment',
      'SPDX 2 §11.1: the relationship of line 11 lacks an end or its type',
      'SPDX 2 §7.21: the external reference of line 13 lacks its type or locator',
    ],
  });
});

test('lines after a text of many lines keep their number', () => {
  const read = readTagValue(bytesOf('SPDXVersion: SPDX-2.3\nCreatorComment: <text>a\nb\nc</text>\nnonsense\n'));
  expect(read).toMatchObject({ problems: ['SPDX 2 tag-value: line 5 is neither a tag nor a comment'] });
});

test('a text that does not end is a fault with its line; another version is refused', () => {
  expect(readTagValue(bytesOf('SPDXVersion: SPDX-2.3\nCreatorComment: <text>endless\n'))).toMatchObject({
    state: 'failed',
    fault: { code: 'malformed', line: 2 },
  });
  expect(parseSpdx(bytesOf('SPDXVersion: SPDX-1.2\n'))).toMatchObject({ fault: { code: 'unknown-format' } });
});

test('a long line is cut and not kept', () => {
  const read = readTagValue(bytesOf(`${head}PackageName: ${'x'.repeat(1_000_000)}\n`));
  expect(JSON.stringify(read).length).toBeLessThan(12_000);
});

test('never throws, whatever stands in it', () => {
  const piece = fc.constantFrom(
    ...`${head}${product}${library}`.split('\n'),
    '<text>',
    '</text>',
    '\r',
    ':',
    '\u0000',
    '#',
    '__proto__: x',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (lines) => {
      const parsed = parseSpdx(bytesOf(lines.join('\n')));
      expect(['parsed', 'failed']).toContain(parsed.state);
    }),
    { numRuns: 300 },
  );
});
