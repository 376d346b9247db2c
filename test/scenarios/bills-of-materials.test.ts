// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git, useRepositories } from '@plumbline/adapters/testing/use-repositories';
import type { Answer } from '@plumbline/core/answers/answer';
import { expect, test } from 'vitest';
import { answerTo, assessment } from './assessment.ts';
import { plumbline } from './plumbline.ts';

// `--evidence` with bills of materials as tools write them: JSON, XML, tag-value; and one that lists nothing.
const repositories = useRepositories();
const lantern = (): string =>
  repositories.build({ commits: [{ files: { 'index.js': 'x\n' }, date: '2026-05-01T10:00:00Z' }] }).path;

type Bill = (commit: string) => string;
const bill =
  (components: string): Bill =>
  (commit) =>
    `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><timestamp>2026-05-02T10:00:00Z</timestamp>
<component type="application"><name>lantern</name><pedigree><commits><commit><uid>${commit}</uid></commit></commits></pedigree></component></metadata>
<components>${components}</components></bom>`;
const library = '<component type="library"><name>left-pad</name><version>1.3.0</version></component>';
const tagValue: Bill = (commit) => `SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: lantern
DocumentNamespace: https://lantern.dev/sbom
Creator: Tool: syft-1.4.0
Created: 2026-05-02T10:00:00Z
PackageName: lantern
SPDXID: SPDXRef-lantern
PackageDownloadLocation: git+https://lantern.dev/lantern.git@${commit}
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-lantern
PackageName: left-pad
SPDXID: SPDXRef-left-pad
PackageVersion: 1.3.0
PackageDownloadLocation: NOASSERTION
`;

async function answersWith(name: string, text: Bill): Promise<{ readonly [check: string]: Answer }> {
  const path = lantern();
  const file = join(repositories.folder(), name);
  writeFileSync(file, text(git(path, 'rev-parse', 'HEAD').trim()));
  const found = await assessment(path, { evidence: [file] });
  return {
    has: answerTo(found, 'release-has-sbom'),
    complete: answerTo(found, 'sbom-complete'),
  };
}

test.each([
  ['CycloneDX XML', 'bom.xml', bill(library)],
  ['SPDX tag-value', 'bom.spdx', tagValue],
])('%s counts', async (_, name, text) => {
  const { has, complete } = await answersWith(name, text);
  expect(has).toMatchObject({ outcome: 'yes', because: expect.stringContaining('with 1 component') });
  expect(complete).toMatchObject({ outcome: 'no', because: expect.stringContaining('supplier (1)') });
});

test('one that lists nothing does not count, and it is said', async () => {
  const { has, complete } = await answersWith('bom.xml', bill(''));
  expect(has?.outcome).not.toBe('yes');
  expect(has?.because).toContain('lists no component');
  expect(complete).toMatchObject({ outcome: 'unknown', because: 'bom.xml lists no component' });
});

test('one that is cut off ends the run and names file and line', async () => {
  const file = join(repositories.folder(), 'bom.xml');
  writeFileSync(file, bill(library)('a'.repeat(40)).slice(0, -10));
  const { code, stderr } = await plumbline(['assess', lantern(), '--evidence', file]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/bom\.xml:\d/u);
});
