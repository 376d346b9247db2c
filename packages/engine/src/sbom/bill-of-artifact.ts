// SPDX-License-Identifier: Apache-2.0
import type { ArtifactContents, FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import type { BillComponent, BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { componentRef } from '@plumbline/formats/sbom/component-ref';
import { mergeComponents } from '@plumbline/formats/sbom/merge-components';
import { readLicense } from '@plumbline/formats/spdx/read-license';
import type { BillRequest } from './bill-request.ts';
import { supplierOf } from './supplier-of.ts';

/** What the user says of the product stands before what the artifact says of itself. */
export type ArtifactRequest = Omit<BillRequest, 'subject'> & {
  readonly name: string | null;
  readonly version: string | null;
  readonly supplier: string | null;
};

/** The bill of materials of what is really inside an artifact. What nothing in it leads to hangs on the artifact itself. */
export function billOfArtifact(contents: ArtifactContents, request: ArtifactRequest): BillOfMaterials {
  const { own, packages } = contents;
  const known = new Map([...packages, ...(own === null ? [] : [own])].map((found) => [found.id, found]));
  const ownRef = own === null ? null : refOf(own);
  const components = mergeComponents(packages.map((found) => componentOf(found, known, request)));
  const needed = own === null ? null : refsNeeded(own, known);
  const reached = reachedFrom(needed ?? [], components);
  const orphans = components.filter(({ ref }) => !reached.has(ref)).map(({ ref }) => ref);
  const dependsOn = [...new Set([...(needed ?? []), ...orphans])].filter((ref) => ref !== ownRef);
  return {
    subject: {
      name: request.name ?? own?.name ?? contents.name,
      version: request.version ?? own?.version ?? null,
      purl: own?.purl ?? null,
      supplier: request.supplier ?? own?.supplier ?? null,
      ...(own?.originator !== undefined && { originator: own.originator }),
      repository: null,
      commit: contents.commit,
      hashes: contents.hashes,
      license: own === null || own.license === null ? null : readLicense(own.license).text,
      dependsOn: dependsOn.toSorted(),
      complete: false,
    },
    context: 'analyzed',
    createdAt: request.createdAt,
    tool: request.tool,
    author: request.author,
    components: components.filter(({ ref }) => ref !== ownRef),
    remarks: [...request.remarks, ...contents.remarks],
  };
}

const refOf = ({ purl, name, version }: FoundPackage): string => componentRef(purl, name, version);

function componentOf(
  found: FoundPackage,
  known: ReadonlyMap<string, FoundPackage>,
  { suppliers }: ArtifactRequest,
): BillComponent {
  const { type, name, version, purl, hashes, license, originator, scope, foundIn } = found;
  const ref = refOf(found);
  return {
    ref,
    type,
    name,
    version,
    purl,
    hashes,
    license: license === null ? null : readLicense(license).text,
    supplier: supplierOf(found, suppliers) ?? found.supplier,
    ...(originator !== undefined && { originator }),
    scope,
    dependsOn: refsNeeded(found, known)?.filter((one) => one !== ref) ?? null,
    foundIn: [foundIn],
  };
}

/** Of what it may go by, the first that is inside; what is not is left out, as it is not there. */
function refsNeeded({ needs }: FoundPackage, known: ReadonlyMap<string, FoundPackage>): readonly string[] | null {
  if (needs === null) return null;
  const refs = needs.flatMap((choices) => {
    const found = choices.map((id) => known.get(id)).find((one) => one !== undefined);
    return found === undefined ? [] : [refOf(found)];
  });
  return [...new Set(refs)].toSorted();
}

function reachedFrom(refs: readonly string[], components: readonly BillComponent[]): ReadonlySet<string> {
  const byRef = new Map(components.map((component) => [component.ref, component]));
  const reached = new Set<string>();
  const waiting = [...refs];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (reached.has(ref)) continue;
    reached.add(ref);
    waiting.push(...(byRef.get(ref)?.dependsOn ?? []));
  }
  return reached;
}
