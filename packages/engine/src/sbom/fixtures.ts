// SPDX-License-Identifier: Apache-2.0
import type { BillComponent, BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import type { LockedPackage } from '@plumbline/core/sbom/locked-tree';
import type { BillRequest } from './bill-request.ts';

/** A component of npm of which nothing is known but what is told: `a@1.0.0`. */
export function component(text: string, part: Partial<BillComponent> = {}): BillComponent {
  const at = text.lastIndexOf('@');
  const [name, version] = [text.slice(0, at), text.slice(at + 1)];
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    ref: purl,
    type: 'library',
    name,
    version,
    purl,
    hashes: [],
    license: null,
    supplier: null,
    scope: null,
    dependsOn: null,
    foundIn: [],
    ...part,
  };
}

export function locked(text: string, part: Partial<LockedPackage> = {}): LockedPackage {
  const { name, version, purl } = component(text);
  return { key: text, name, version, purl, hashes: [], license: null, scope: null, dependsOn: null, ...part };
}

export const request: BillRequest = {
  subject: {
    name: 'product',
    version: '1.0.0',
    purl: null,
    supplier: null,
    repository: null,
    commit: null,
    hashes: [],
    license: null,
  },
  createdAt: '2026-11-22T12:00:00Z',
  tool: { name: 'plumbline', version: '0.1.0' },
  author: null,
  suppliers: [],
  remarks: [],
};

export function bill(components: readonly BillComponent[], part: Partial<BillOfMaterials> = {}): BillOfMaterials {
  return {
    subject: { ...request.subject, dependsOn: [], complete: true },
    context: 'source',
    createdAt: request.createdAt,
    tool: request.tool,
    author: null,
    components,
    remarks: [],
    ...part,
  };
}
