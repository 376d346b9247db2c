// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials, BillTool, GenerationContext } from '@plumbline/core/sbom/bill-of-materials';
import { billId } from '../sbom/bill-id.ts';
import { billRootRef } from '../sbom/bill-root-ref.ts';
import { vcsAddress } from '../sbom/vcs-address.ts';
import {
  cycloneDxComponent,
  cycloneDxHashes,
  cycloneDxLicenses,
  cycloneDxName,
  cycloneDxOriginator,
} from './render-cyclonedx-component.ts';

export type CycloneDxVersion = '1.6' | '1.7';

const phases: { readonly [C in GenerationContext]: string } = {
  source: 'pre-build',
  build: 'build',
  analyzed: 'post-build',
};

/**
 * A bill of materials as CycloneDX JSON (ECMA-424; 1.6 and 1.7 write it alike). Development dependencies have the scope
 * `excluded`; a component without an entry in `dependencies` is one whose dependencies are not known, and `compositions`
 * says so too. The serial number follows from the content: the same bill gives the same bytes.
 */
export function renderCycloneDxBill(bill: BillOfMaterials, specVersion: CycloneDxVersion): string {
  const document = {
    $schema: `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion,
    serialNumber: `urn:uuid:${billId(bill, `cyclonedx-${specVersion}`)}`,
    version: 1,
    metadata: metadataOf(bill),
    components: bill.components.map((component) => cycloneDxComponent(component)),
    dependencies: dependenciesOf(bill),
    compositions: compositionsOf(bill),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function metadataOf(bill: BillOfMaterials): object {
  const { createdAt, context, tool, generators = [], author, remarks, subject } = bill;
  return {
    ...(createdAt !== null && { timestamp: createdAt }),
    ...(context !== null && { lifecycles: [{ phase: phases[context] }] }),
    ...(tool !== null && {
      tools: {
        components: [tool, ...generators].map((one) => toolOf(one)),
      },
    }),
    ...(author !== null && { authors: [{ name: author }] }),
    component: subjectOf(bill),
    ...(subject.supplier !== null && { supplier: { name: subject.supplier } }),
    ...(remarks.length > 0 && { properties: remarks.map((value) => ({ name: 'plumbline:remark', value })) }),
  };
}

function toolOf({ name, version }: BillTool): object {
  return { type: 'application', name, ...(version !== null && { version }) };
}

function subjectOf({ subject }: BillOfMaterials): object {
  const address = vcsAddress(subject);
  return {
    type: 'application',
    'bom-ref': billRootRef(subject),
    ...(subject.supplier !== null && { supplier: { name: subject.supplier } }),
    ...cycloneDxOriginator(subject.originator),
    ...cycloneDxName(subject.name),
    ...(subject.version !== null && { version: subject.version }),
    ...cycloneDxHashes(subject.hashes),
    ...cycloneDxLicenses(subject.license),
    ...(subject.purl !== null && { purl: subject.purl }),
    ...(subject.commit !== null && { pedigree: { commits: [{ uid: subject.commit }] } }),
    ...(address !== null && { externalReferences: [{ type: 'vcs', url: address }] }),
  };
}

function dependenciesOf({ subject, components }: BillOfMaterials): readonly object[] {
  return [
    { ref: billRootRef(subject), dependsOn: subject.dependsOn },
    ...components.flatMap(({ ref, dependsOn }) => (dependsOn === null ? [] : [{ ref, dependsOn }])),
  ];
}

function compositionsOf({ subject, components }: BillOfMaterials): readonly object[] {
  const unknown = components.filter(({ dependsOn }) => dependsOn === null).map(({ ref }) => ref);
  return [
    { aggregate: subject.complete ? 'complete' : 'incomplete', dependencies: [billRootRef(subject)] },
    ...(unknown.length === 0 ? [] : [{ aggregate: 'unknown', dependencies: unknown }]),
  ];
}
