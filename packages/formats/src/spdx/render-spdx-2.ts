// SPDX-License-Identifier: Apache-2.0
import type {
  BillComponent,
  BillHash,
  BillOfMaterials,
  BillOriginator,
  BillSubject,
  DependencyScope,
  GenerationContext,
} from '@plumbline/core/sbom/bill-of-materials';
import { billId } from '../sbom/bill-id.ts';
import { vcsAddress } from '../sbom/vcs-address.ts';
import { completeDependencies, foundInPrefix } from './bill-words.ts';
import { createLicenseRefs, type LicenseRefs } from './license-refs.ts';

const contexts: { readonly [C in GenerationContext]: string } = {
  source: 'SBOM Type: Source. Made from the lockfiles of the sources, before a build.',
  build: 'SBOM Type: Build. Made while the product was built.',
  analyzed: 'SBOM Type: Analyzed. Made from what was built.',
};

const purposes: { readonly [T in BillComponent['type']]: string } = {
  library: 'LIBRARY',
  application: 'APPLICATION',
  'operating-system': 'OPERATING_SYSTEM',
};

/** The words for who needs what, in the direction from the one that is needed. */
const scopedRelationships: { readonly [S in DependencyScope]: string } = {
  runtime: 'RUNTIME_DEPENDENCY_OF',
  development: 'DEV_DEPENDENCY_OF',
  optional: 'OPTIONAL_DEPENDENCY_OF',
};

const rootId = 'SPDXRef-Product';

/**
 * A bill of materials as SPDX 2.3 JSON. What a component needs stands in relationships: of the scope of what is needed
 * where it is known, DEPENDS_ON else; NONE where it needs nothing, NOASSERTION where nobody knows. The names of archives
 * that a component's hashes are of are lost: the format has no place for them.
 */
export function renderSpdx2Bill(bill: BillOfMaterials): string {
  const { subject, components, createdAt, remarks } = bill;
  const ids = new Map(components.map(({ ref }, index) => [ref, `SPDXRef-Package-${index + 1}`]));
  const licenses = createLicenseRefs();
  const packages = [
    subjectPackage(subject, licenses),
    ...components.map((one) => packageOf(one, ids.get(one.ref) ?? '', licenses)),
  ];
  const extracted = licenses.list();
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: subject.version === null ? subject.name : `${subject.name} ${subject.version}`,
    documentNamespace: `https://spdx.org/spdxdocs/plumbline-${billId(bill, 'spdx-2.3')}`,
    creationInfo: {
      created: createdAt ?? '1970-01-01T00:00:00Z',
      creators: creatorsOf(bill),
      ...(bill.context !== null && { comment: contexts[bill.context] }),
    },
    ...(remarks.length > 0 && { comment: remarks.join('\n') }),
    documentDescribes: [rootId],
    packages,
    ...(extracted.length > 0 && {
      hasExtractedLicensingInfos: extracted.map(({ id, words }) => ({
        licenseId: id,
        name: words,
        extractedText: words,
      })),
    }),
    relationships: relationshipsOf(bill, ids),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function creatorsOf({ tool, generators = [], author }: BillOfMaterials): readonly string[] {
  return [
    ...[...(tool === null ? [] : [tool]), ...generators].map(
      ({ name, version }) => `Tool: ${name}${version === null ? '' : `-${version}`}`,
    ),
    ...(author === null ? [] : [`Organization: ${author}`]),
  ];
}

function subjectPackage(subject: BillSubject, licenses: LicenseRefs): object {
  const { name, version, purl, supplier, originator, license, hashes, commit } = subject;
  return {
    SPDXID: rootId,
    name,
    ...(version !== null && { versionInfo: version }),
    supplier: supplierOf(supplier),
    ...originatorOf(originator),
    downloadLocation: vcsAddress(subject) ?? 'NOASSERTION',
    filesAnalyzed: false,
    ...checksumsOf(hashes),
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: licenses.refer(license),
    copyrightText: 'NOASSERTION',
    ...referencesOf(purl, commit),
    primaryPackagePurpose: 'APPLICATION',
  };
}

function packageOf(component: BillComponent, id: string, licenses: LicenseRefs): object {
  const { name, version, purl, supplier, originator, license, hashes, foundIn, type } = component;
  return {
    SPDXID: id,
    name,
    ...(version !== null && { versionInfo: version }),
    supplier: supplierOf(supplier),
    ...originatorOf(originator),
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    ...checksumsOf(hashes),
    ...(foundIn.length > 0 && { sourceInfo: foundInPrefix + foundIn.join('; ') }),
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: licenses.refer(license),
    copyrightText: 'NOASSERTION',
    ...referencesOf(purl, null),
    primaryPackagePurpose: purposes[type],
  };
}

/** §7.5 */
function supplierOf(supplier: string | null): string {
  return supplier === null ? 'NOASSERTION' : `Organization: ${supplier}`;
}

/** §7.6 */
function originatorOf(originator: BillOriginator | undefined): object {
  if (originator === undefined) return {};
  return { originator: `${originator.as === 'author' ? 'Person' : 'Organization'}: ${originator.name}` };
}

function checksumsOf(hashes: readonly BillHash[]): object {
  if (hashes.length === 0) return {};
  return {
    checksums: hashes.map(({ algorithm, value }) => ({ algorithm: algorithm.toUpperCase(), checksumValue: value })),
  };
}

/** Annex F: package URLs, and the commit as a gitoid. */
function referencesOf(purl: string | null, commit: string | null): object {
  const references = [
    ...(purl === null ? [] : [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }]),
    ...(commit === null
      ? []
      : [
          {
            referenceCategory: 'PERSISTENT-ID',
            referenceType: 'gitoid',
            referenceLocator: `gitoid:commit:${commit.length === 64 ? 'sha256' : 'sha1'}:${commit}`,
          },
        ]),
  ];
  return references.length === 0 ? {} : { externalRefs: references };
}

function relationshipsOf(
  { subject, components }: BillOfMaterials,
  ids: ReadonlyMap<string, string>,
): readonly object[] {
  const scopes = new Map(components.map(({ ref, scope }) => [ref, scope]));
  const edges = (from: string, dependsOn: readonly string[] | null): readonly object[] => {
    if (dependsOn === null) return [relationship(from, 'DEPENDS_ON', 'NOASSERTION')];
    if (dependsOn.length === 0) return [relationship(from, 'DEPENDS_ON', 'NONE')];
    return dependsOn.map((ref) => {
      const to = ids.get(ref) ?? '';
      const scope = scopes.get(ref) ?? null;
      return scope === null ? relationship(from, 'DEPENDS_ON', to) : relationship(to, scopedRelationships[scope], from);
    });
  };
  return [
    {
      ...relationship('SPDXRef-DOCUMENT', 'DESCRIBES', rootId),
      comment: subject.complete ? completeDependencies : 'There may be more dependencies than are named.',
    },
    ...edges(rootId, subject.dependsOn),
    ...components.flatMap(({ ref, dependsOn }) => edges(ids.get(ref) ?? '', dependsOn)),
  ];
}

function relationship(from: string, type: string, to: string): object {
  return { spdxElementId: from, relationshipType: type, relatedSpdxElement: to };
}
