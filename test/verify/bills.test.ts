// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { writeTar } from '@plumbline/adapters/feeds/bundle/write-tar';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { sha256, statementOf, useWorkshop, type Verified } from './workshop.ts';

const { write, attest, verify } = useWorkshop();

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const files: Readonly<Record<string, Buffer>> = {
  'package/package.json': json({ name: 'lantern', version: '1.0.0', dependencies: { wick: '1' } }),
  'package/node_modules/wick/package.json': json({ name: 'wick', version: '1.0.0' }),
  'package/node_modules/flame/package.json': json({ name: 'flame', version: '3.0.0' }),
};
const artifact = gzipSync(
  Buffer.concat([...writeTar(Object.entries(files).map(([name, bytes]) => ({ name, bytes })))]),
);
const target = (): string => write('lantern-1.0.0.tgz', artifact);

type Component = { readonly name: string; readonly version: string };
const wick = { name: 'wick', version: '1.0.0' };
const flame = { name: 'flame', version: '3.0.0' };

type Made = { readonly digest?: string; readonly version?: string; readonly components?: readonly Component[] };

function cycloneDx({ digest, version = '1.0.0', components = [wick, flame] }: Made = {}): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: {
      component: {
        type: 'library',
        name: 'lantern',
        version,
        purl: `pkg:npm/lantern@${version}`,
        ...(digest === undefined ? {} : { hashes: [{ alg: 'SHA-256', content: digest }] }),
      },
    },
    components: components.map((one) => ({ type: 'library', ...one, purl: `pkg:npm/${one.name}@${one.version}` })),
  };
}

const spdxPackage = (name: string, version: string, more: object = {}): object => ({
  SPDXID: `SPDXRef-${name}`,
  name,
  versionInfo: version,
  downloadLocation: 'NOASSERTION',
  externalRefs: [
    {
      referenceCategory: 'PACKAGE-MANAGER',
      referenceType: 'purl',
      referenceLocator: `pkg:npm/${name}@${version}`,
    },
  ],
  ...more,
});

function spdx(): object {
  const checksums = [{ algorithm: 'SHA256', checksumValue: sha256(artifact) }];
  return {
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'lantern',
    dataLicense: 'CC0-1.0',
    documentNamespace: 'https://example.com/lantern',
    creationInfo: { created: '2026-06-01T00:00:00Z', creators: ['Tool: x'] },
    packages: [
      spdxPackage('lantern', '1.0.0', { checksums }),
      spdxPackage('wick', '1.0.0'),
      spdxPackage('flame', '3.0.0'),
    ],
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-lantern' },
    ],
  };
}

const rows = ({ document }: Verified): readonly string[] =>
  [...document.requirements.flatMap(({ attempts }) => attempts), ...document.bills].flatMap(({ steps }) =>
    steps.filter(({ step }) => step.startsWith('sbom')).map(({ step, outcome }) => `${step} ${outcome}`),
  );

const attested = (predicateType: string, predicate: object, asked: object = {}): Promise<Verified> =>
  verify(target(), [{ name: 'bill', signers: ['us'], predicateType, ...asked }], {
    attestation: [attest('bom.dsse.json', statementOf(artifact, predicateType, predicate))],
  });

test.each([
  ['https://cyclonedx.org/bom', cycloneDx()],
  ['https://cyclonedx.org/bom/v1.6', cycloneDx({ digest: sha256(artifact) })],
  ['https://spdx.dev/Document', spdx()],
])('an attested bill that says what is inside: %s', async (predicateType, bill) => {
  const verified = await attested(predicateType, bill);
  expect(rows(verified)).toEqual(['sbom-subject passed', 'sbom-content passed']);
  expect(verified).toMatchObject({ code: 0, document: { outcome: 'verified' } });
});

test.each<[string, Made, string, object]>([
  [
    'a component is missing',
    { components: [wick] },
    '1 missing from the bill: pkg:npm/flame@3.0.0',
    { missing: ['pkg:npm/flame@3.0.0'] },
  ],
  [
    'a component is not inside',
    { components: [wick, flame, { name: 'oil', version: '2.0.0' }] },
    '1 in the bill and not inside: pkg:npm/oil@2.0.0',
    { extra: ['pkg:npm/oil@2.0.0'] },
  ],
  [
    'a component is of another version',
    { components: [wick, { name: 'flame', version: '3.0.1' }] },
    'flame (bill 3.0.1, inside 3.0.0)',
    { versions: [{ name: 'flame', listed: ['3.0.1'], found: ['3.0.0'] }] },
  ],
])('an attested bill fails where %s', async (_, made, because, differences) => {
  const verified = await attested('https://cyclonedx.org/bom', cycloneDx(made));
  expect(rows(verified)).toEqual(['sbom-subject passed', 'sbom-content failed']);
  expect(verified.code).toBe(1);
  expect(verified.text).toContain(because);
  expect(verified.text).toContain('What it means: The bill of materials does not say what is inside');
  expect(verified.document.requirements[0]?.attempts[0]).toMatchObject({ differences });
});

test('a bill of another version, or of another file, is not of this artifact', async () => {
  const older = await attested('https://cyclonedx.org/bom', cycloneDx({ version: '0.9.0' }));
  expect(older.text).toContain('the artifact says that it is lantern 1.0.0; the bill is of lantern 0.9.0');
  expect(older.code).toBe(1);
  const other = await attested('https://cyclonedx.org/bom', cycloneDx({ digest: 'a'.repeat(64) }));
  expect(rows(other)).toEqual(['sbom-subject failed']);
  expect(other.code).toBe(1);
});

test('content that cannot be seen is not checked; the policy may require it', async () => {
  const text = 'no archive';
  const asked = (content: string): Promise<Verified> =>
    verify(write('it.txt', text), [{ name: 'bill', signers: ['us'], sbom: { content } }], {
      attestation: [attest('it.dsse.json', statementOf(text, 'https://cyclonedx.org/bom', cycloneDx()))],
    });
  expect(await asked('if-readable')).toMatchObject({ code: 0, text: expect.stringContaining('– sbom-content') });
  expect(await asked('required')).toMatchObject({
    code: 3,
    text: expect.stringContaining('What to do: Name the file itself'),
  });
  expect(rows(await asked('not-asked'))).toEqual(['sbom-subject passed']);
  const none = await verify(write('it.txt', text), [{ name: 'bill', signers: ['us'], sbom: {} }], {
    attestation: [attest('other.dsse.json', statementOf(text, 'urn:x', {}))],
  });
  expect(none).toMatchObject({ code: 1, text: expect.stringContaining('it carries no bill of materials') });
});

test('a bill beside the attestations can only take away', async () => {
  const signature = [{ name: 'signature', signers: ['us'] }];
  const attestation = [attest('plain.dsse.json', statementOf(artifact, 'urn:x', {}))];
  const beside = (bill: object): Promise<Verified> =>
    verify(target(), signature, { attestation, sbom: [write('bom.json', JSON.stringify(bill))] });
  const whole = await beside(cycloneDx({ digest: sha256(artifact) }));
  expect(whole).toMatchObject({ code: 0, document: { bills: [{ outcome: 'verified' }] } });
  expect(await beside(cycloneDx())).toMatchObject({ code: 3, document: { bills: [{ outcome: 'could-not-assess' }] } });
  expect(await beside(cycloneDx({ components: [wick] }))).toMatchObject({ code: 1 });
  expect(await beside(cycloneDx({ digest: 'a'.repeat(64) }))).toMatchObject({ code: 1 });
  const unsigned = await verify(target(), signature, {
    attestation: [attest('strange.dsse.json', statementOf(artifact, 'urn:x', {}), 'stranger')],
    sbom: [write('bom.json', JSON.stringify(cycloneDx({ digest: sha256(artifact) })))],
  });
  expect(unsigned.code).toBe(1);
});

test('a bill that a stranger signed is not read', async () => {
  const verified = await verify(target(), [{ name: 'bill', signers: ['us'], sbom: {} }], {
    attestation: [attest('bom.dsse.json', statementOf(artifact, 'https://cyclonedx.org/bom', cycloneDx()), 'stranger')],
  });
  expect(rows(verified)).toEqual([]);
  expect(verified.code).toBe(1);
});

test('what programs get is valid by the published schema', async () => {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
  addFormats.default(ajv);
  const published = new URL('../../docs/generated/schemas/verification.schema.json', import.meta.url);
  const validate = ajv.compile(JSON.parse(readFileSync(published, 'utf8')) as object);
  const broken = await attested('https://cyclonedx.org/bom', cycloneDx({ components: [wick] }));
  const beside = await verify(target(), [{ name: 'bill', signers: ['us'] }], {
    attestation: [],
    sbom: [write('bom.json', JSON.stringify(cycloneDx()))],
  });
  for (const { document } of [broken, beside]) expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
});
