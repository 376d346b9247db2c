// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib';
import { writeTar } from '@plumbline/adapters/feeds/bundle/write-tar';
import { keepFeeds, osv, useFolders } from '@plumbline/adapters/testing/feed-folders';
import { expect, test } from 'vitest';
import { sha256, statementOf, useWorkshop, type Verified } from './workshop.ts';

const { write, attest, verify } = useWorkshop();
const folderWith = useFolders();

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const artifact = gzipSync(
  Buffer.concat([
    ...writeTar([
      { name: 'package/package.json', bytes: json({ name: 'lantern', version: '1.0.0' }) },
      { name: 'package/node_modules/wick/package.json', bytes: json({ name: 'wick', version: '1.0.0' }) },
      { name: 'package/node_modules/flame/package.json', bytes: json({ name: 'flame', version: '3.0.0' }) },
    ]),
  ]),
);
const target = (): string => write('lantern-1.0.0.tgz', artifact);
const signature = { name: 'signature', signers: ['us'] };
const plain = (): string => attest('plain.dsse.json', statementOf(artifact, 'urn:x', {}));

type Said = {
  readonly vulnerability: string;
  readonly status: string;
  readonly product: object;
  readonly justification?: string;
};

function openVex(said: readonly Said[], timestamp = '2026-06-15T00:00:00Z'): object {
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://example.com/vex',
    author: 'the maintainers',
    timestamp,
    version: 1,
    statements: said.map(({ vulnerability, product, ...one }) => ({
      vulnerability: { name: vulnerability },
      products: [product],
      ...one,
    })),
  };
}

const lantern = { '@id': 'pkg:npm/lantern@1.0.0' };
const notReached = { status: 'not_affected', justification: 'vulnerable_code_not_in_execute_path' } as const;

const reported = ({ document }: Verified): readonly string[] =>
  (document.vex?.lines ?? []).map(({ vulnerability, component, status, stale }) =>
    [vulnerability, component ?? 'artifact', status, ...(stale === null ? [] : ['stale'])].join(' '),
  );

async function beside(document: object, feeds?: string): Promise<Verified> {
  const vex = [write('vex.json', JSON.stringify(document))];
  const options = { attestation: [plain()], vex, ...(feeds === undefined ? {} : { feeds }) };
  return verify(target(), [signature], options);
}

test('what is said beside the attestations is reported, and proves nothing', async () => {
  const said = openVex([
    { vulnerability: 'CVE-2026-1', status: 'affected', product: lantern },
    { vulnerability: 'CVE-2026-2', ...notReached, product: { '@id': 'pkg:npm/wick@1.0.0' } },
    { vulnerability: 'CVE-2026-3', status: 'fixed', product: { '@id': 'x', hashes: { 'sha-256': sha256(artifact) } } },
    { vulnerability: 'CVE-2026-4', status: 'affected', product: { '@id': 'pkg:npm/lantern@0.9.0' } },
    { vulnerability: 'CVE-2026-5', status: 'affected', product: { '@id': 'x', hashes: { 'sha-256': 'a'.repeat(64) } } },
  ]);
  const verified = await beside(said);
  expect(verified.code).toBe(0);
  expect(reported(verified)).toEqual([
    'CVE-2026-1 artifact affected',
    'CVE-2026-3 artifact fixed',
    'CVE-2026-2 pkg:npm/wick@1.0.0 not_affected',
  ]);
  expect(verified.document.vex?.documents).toMatchObject([{ trusted: null, statements: 5, concerning: 3 }]);
  expect(verified.text).toContain('not proved who signed it');
  expect(verified.text).toContain('no advisories on this machine');
  const unsigned = await verify(target(), [{ name: 'signature', signers: ['them'] }], {
    attestation: [plain()],
    vex: [write('vex.json', JSON.stringify(said))],
  });
  expect(unsigned.code).toBe(1);
});

test('advisories tell what nobody speaks of, under whichever id it goes', async () => {
  const feeds = folderWith();
  const [one, two] = [
    osv({ id: 'GHSA-1111-1111-1111', name: 'wick', aliases: ['CVE-2026-1'] }),
    osv({ id: 'GHSA-2222-2222-2222', name: 'flame', fixed: '4.0.0' }),
  ];
  await keepFeeds(feeds, folderWith({ 'a.json': one, 'b.json': two }));
  const verified = await beside(openVex([{ vulnerability: 'CVE-2026-1', ...notReached, product: lantern }]), feeds);
  expect(reported(verified)).toEqual([
    'GHSA-2222-2222-2222 pkg:npm/flame@3.0.0 not-said',
    'GHSA-1111-1111-1111 pkg:npm/wick@1.0.0 not_affected',
  ]);
  expect(verified.document.vex?.advisories).toMatchObject({ uncovered: [] });
});

test('what is stale counts for nothing, and that is said', async () => {
  const old = openVex([{ vulnerability: 'CVE-2026-1', ...notReached, product: { '@id': 'pkg:npm/wick@0.9.0' } }]);
  expect(reported(await beside(old))).toEqual(['CVE-2026-1 pkg:npm/wick@1.0.0 not_affected stale']);
  expect((await beside(old)).text).toContain('does not count: it speaks of version 0.9.0');
});

test('what speaks of all versions is stale where it is older than the artifact', async () => {
  const made = { bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { timestamp: '2026-06-01T00:00:00Z' } };
  const bill = { ...made, components: [{ type: 'library', name: 'wick', purl: 'pkg:npm/wick@1.0.0' }] };
  const said = async (timestamp: string): Promise<readonly string[]> => {
    const any = openVex(
      [{ vulnerability: 'CVE-2026-1', ...notReached, product: { '@id': 'pkg:npm/lantern' } }],
      timestamp,
    );
    const vex = [write('vex.json', JSON.stringify(any))];
    const sbom = [write('bom.json', JSON.stringify(bill))];
    return reported(await verify(target(), [signature], { attestation: [plain()], vex, sbom }));
  };
  expect(await said('2026-06-15T00:00:00Z')).toEqual(['CVE-2026-1 artifact not_affected']);
  expect(await said('2020-01-01T00:00:00Z')).toEqual(['CVE-2026-1 artifact not_affected stale']);
});

test.each<[string, object, string, number]>([
  [
    'nothing is affected',
    openVex([{ vulnerability: 'CVE-2026-1', ...notReached, product: lantern }]),
    '✓ vex-status',
    0,
  ],
  [
    'another version is',
    openVex([{ vulnerability: 'C', status: 'affected', product: { '@id': 'pkg:npm/lantern@0.9.0' } }]),
    '✓ vex-status',
    0,
  ],
  [
    'it is',
    openVex([{ vulnerability: 'CVE-2026-1', status: 'affected', product: lantern }]),
    'said to be affected: CVE-2026-1',
    1,
  ],
  [
    'something inside is',
    openVex([{ vulnerability: 'C', status: 'affected', product: { '@id': 'pkg:npm/wick@1.0.0' } }]),
    '✗ vex-status',
    1,
  ],
  [
    'it is too old',
    openVex([{ vulnerability: 'C', ...notReached, product: lantern }], '2026-01-01T00:00:00Z'),
    '180 days ago; at most 30',
    1,
  ],
  [
    'it is of a day to come',
    openVex([{ vulnerability: 'C', ...notReached, product: lantern }], '2099-01-01T00:00:00Z'),
    'issued on 2099-01-01, which is still to come',
    1,
  ],
  [
    'it has no date',
    openVex([{ vulnerability: 'C', ...notReached, product: lantern }], 'once'),
    'does not say when it was issued',
    1,
  ],
  ['it is none', {}, 'cannot be read', 1],
])('an attested VEX is held against the policy: %s', async (_, document, because, code) => {
  const asked = { name: 'vex', signers: ['us'], vex: { noAffected: true, maxAgeDays: 30 } };
  const verified = await verify(target(), [asked], {
    attestation: [attest('vex.dsse.json', statementOf(artifact, 'https://openvex.dev/ns/v0.2.0', document))],
  });
  expect(verified.text).toContain(because);
  expect(verified.code).toBe(code);
  expect((verified.document.vex?.documents ?? []).map(({ trusted }) => trusted)).toEqual(code === 0 ? ['us'] : []);
});

test('CSAF and CycloneDX say the same', async () => {
  const csaf = {
    document: {
      category: 'csaf_vex',
      csaf_version: '2.0',
      publisher: { name: 'us' },
      tracking: { id: '1', current_release_date: '2026-06-15T00:00:00Z' },
    },
    product_tree: {
      full_product_names: [
        {
          product_id: 'P',
          name: 'Lantern',
          product_identification_helper: {
            hashes: [{ filename: 'l', file_hashes: [{ algorithm: 'sha256', value: sha256(artifact) }] }],
          },
        },
      ],
    },
    vulnerabilities: [{ cve: 'CVE-2026-1', product_status: { known_affected: ['P'] } }],
  };
  const cycloneDx = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: {
      timestamp: '2026-06-15T00:00:00Z',
      component: {
        type: 'library',
        'bom-ref': 'l',
        name: 'x',
        hashes: [{ alg: 'SHA-256', content: sha256(artifact) }],
      },
    },
    vulnerabilities: [{ id: 'CVE-2026-1', analysis: { state: 'exploitable' }, affects: [{ ref: 'l' }] }],
  };
  for (const document of [csaf, cycloneDx])
    expect(reported(await beside(document))).toEqual(['CVE-2026-1 artifact affected']);
});

test('what is no VEX is told apart from one that says nothing', async () => {
  await expect(beside({ hello: 'world' })).rejects.toMatchObject({ code: 'input-invalid' });
  await expect(beside({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [] })).rejects.toMatchObject({
    message: expect.stringContaining('no vulnerability in it is analysed'),
  });
});
