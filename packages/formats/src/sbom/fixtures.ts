// SPDX-License-Identifier: Apache-2.0
import type { BillComponent, BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';

const sha256 = 'a'.repeat(64);

/** A component of which all is known that a bill can say, but for what is told otherwise. */
export function aComponent(part: Partial<BillComponent> = {}): BillComponent {
  const name = part.name ?? '@scope/a';
  const version = part.version === undefined ? '1.0.0' : part.version;
  const purl = part.purl === undefined ? `pkg:npm/${name.replace('@', '%40')}@${version}` : part.purl;
  return {
    type: 'library',
    name,
    version,
    purl,
    hashes: [{ algorithm: 'sha256', value: sha256, file: null }],
    license: 'MIT',
    supplier: null,
    scope: 'runtime',
    dependsOn: [],
    foundIn: ['package-lock.json'],
    ref: purl ?? `${name}@${version}`,
    ...part,
  };
}

/** A bill in which every member of the model occurs in each of its states. */
export const aBill: BillOfMaterials = {
  subject: {
    name: 'owner/product',
    version: '1.2.3',
    purl: 'pkg:github/owner/product@v1.2.3',
    supplier: 'The Product Project',
    repository: 'https://github.com/owner/product',
    commit: 'c'.repeat(40),
    hashes: [{ algorithm: 'sha512', value: 'd'.repeat(128), file: null }],
    license: 'Apache-2.0',
    dependsOn: ['pkg:npm/%40scope/a@1.0.0', 'pkg:npm/b@2.0.0', 'pkg:npm/words@0.1.0'],
    complete: true,
  },
  context: 'source',
  createdAt: '2026-11-22T12:00:00Z',
  tool: { name: 'plumbline', version: '0.1.0' },
  author: 'The Product Project',
  components: [
    aComponent({ name: 'no-purl', purl: null, version: '3', dependsOn: null, scope: null, hashes: [], license: null }),
    aComponent({ dependsOn: ['no-purl@3', 'pkg:npm/b@2.0.0'] }),
    aComponent({
      name: 'b',
      version: '2.0.0',
      scope: 'development',
      license: '(MIT OR Apache-2.0)',
      supplier: 'B Ltd',
      originator: { name: 'Ada', as: 'author' },
    }),
    aComponent({ name: 'c', version: '1.0.0', scope: 'optional', dependsOn: ['pkg:npm/b@2.0.0'], type: 'application' }),
    aComponent({
      name: 'words',
      version: '0.1.0',
      license: 'SEE LICENSE IN LICENSE.md',
      dependsOn: ['pkg:npm/c@1.0.0'],
    }),
  ].toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  remarks: ['go.sum: larger than 32 MiB', 'requirements.txt: no lockfile covers it'],
};
