// SPDX-License-Identifier: Apache-2.0
import type { ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import type { BillComponent, BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import type { LockedFile, LockedRoot, LockedTree } from '@plumbline/core/sbom/locked-tree';
import { componentRef } from '@plumbline/formats/sbom/component-ref';
import { mergeComponents } from '@plumbline/formats/sbom/merge-components';
import { readLicense } from '@plumbline/formats/spdx/read-license';
import type { BillRequest } from './bill-request.ts';
import { spreadScopes } from './spread-scopes.ts';
import { supplierOf } from './supplier-of.ts';

const remarksMax = 200;

/**
 * The bill of materials of what the lockfiles of those roles lock. What no path of dependencies leads to hangs on the
 * product itself, and the bill then does not call its direct dependencies complete.
 */
export function billOfLockfiles(
  tree: LockedTree,
  roles: ReadonlySet<ManifestRole>,
  request: BillRequest,
): BillOfMaterials {
  const lockfiles = tree.lockfiles.filter(({ role }) => roles.has(role));
  const unlocked = tree.unlocked.filter(({ role }) => roles.has(role));
  const roots: LockedRoot[] = [];
  const listed = lockfiles.flatMap((lockfile) => {
    const refs = refsIn(lockfile);
    roots.push(
      ...(lockfile.roots ?? []).flatMap(({ key, scope }) => (refs.get(key) ?? []).map((ref) => ({ key: ref, scope }))),
    );
    return componentsOf(lockfile, refs, request);
  });
  const { components, reached } = spreadScopes(mergeComponents(listed), roots);
  const direct = new Set(roots.map(({ key }) => key));
  const orphans = components.filter(({ ref }) => !reached.has(ref)).map(({ ref }) => ref);
  const remarks = [...unlocked, ...tree.unread].map(({ path, because }) => `${path}: ${because}`);
  return {
    subject: {
      ...request.subject,
      dependsOn: [...direct, ...orphans].toSorted(),
      complete: orphans.length === 0 && remarks.length === 0 && lockfiles.every((file) => file.roots !== null),
    },
    context: 'source',
    createdAt: request.createdAt,
    tool: request.tool,
    author: request.author,
    components,
    remarks: bounded([...request.remarks, ...remarks]),
  };
}

function refsIn({ packages }: LockedFile): ReadonlyMap<string, readonly string[]> {
  return new Map(packages.map(({ key, purl, name, version }) => [key, [componentRef(purl, name, version)]]));
}

function componentsOf(
  { path, packages }: LockedFile,
  refs: ReadonlyMap<string, readonly string[]>,
  { suppliers }: BillRequest,
): readonly BillComponent[] {
  return packages.map((locked): BillComponent => {
    const { key: _key, license, dependsOn, ...stated } = locked;
    const ref = componentRef(stated.purl, stated.name, stated.version);
    const needed = dependsOn === null ? null : new Set(dependsOn.flatMap((key) => refs.get(key) ?? []));
    needed?.delete(ref);
    return {
      ...stated,
      ref,
      type: 'library',
      license: license === null ? null : readLicense(license).text,
      supplier: supplierOf(stated, suppliers),
      dependsOn: needed === null ? null : [...needed].toSorted(),
      foundIn: [path],
    };
  });
}

function bounded(remarks: readonly string[]): readonly string[] {
  if (remarks.length <= remarksMax) return remarks;
  return [...remarks.slice(0, remarksMax), `and ${remarks.length - remarksMax} more files that are not in this bill`];
}
