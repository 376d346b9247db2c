// SPDX-License-Identifier: Apache-2.0
import type { BillComponent, BillOfMaterials, BillTool } from '@plumbline/core/sbom/bill-of-materials';
import { mergeComponents } from '@plumbline/formats/sbom/merge-components';
import { componentKey, plainVersion } from './component-key.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';

/** What one generator made of the same sources or artifact: one bill for each project that it found. */
export type Generated = { readonly tool: BillTool; readonly bills: readonly BillOfMaterials[] };

export type WithGenerated = {
  readonly bill: BillOfMaterials;
  /** Of each generator, how it differs from our own bill: `missing` is what only we list, `extra` what only it does. */
  readonly compared: readonly (Reconciliation & { readonly tool: BillTool; readonly listed: number })[];
};

/**
 * Our own bill with what others' generators add to it: components that it lacks, and facts about those it has and leaves open.
 * What the lockfiles state stands, hashes above all; where a generator says otherwise, the comparison tells. What the sources
 * themselves are is no component: `own`, package URLs without versions.
 */
export function addGenerated(
  bill: BillOfMaterials,
  generated: readonly Generated[],
  own: readonly string[],
): WithGenerated {
  const ours = new Set(
    [...own, ...(bill.subject.purl ?? '').split('@', 1)].map((purl) => componentKey({ purl, name: '' })),
  );
  let merged = bill;
  const compared = generated.map(({ tool, bills }) => {
    const found = bills
      .flatMap((one) => one.components)
      .filter((component) => component.purl !== null && !ours.has(componentKey(component)));
    const theirs: BillOfMaterials = { ...bill, components: mergeComponents(found) };
    merged = withComponents(merged, theirs.components);
    return { ...reconcile(theirs, bill, own), tool, listed: theirs.components.length };
  });
  return { bill: { ...merged, generators: generated.map(({ tool }) => tool) }, compared };
}

/** Adds what is not there, and fills in what is left open. */
function withComponents(bill: BillOfMaterials, theirs: readonly BillComponent[]): BillOfMaterials {
  const known = new Map(bill.components.map((component) => [identityOf(component), component]));
  const names = new Set(bill.components.map((component) => componentKey(component)));
  const refs = new Map<string, string>();
  for (const component of theirs) refs.set(component.ref, known.get(identityOf(component))?.ref ?? component.ref);
  // one without a version says nothing that one with a version does not
  const added = theirs.filter(
    (component) =>
      !known.has(identityOf(component)) && (component.version !== null || !names.has(componentKey(component))),
  );
  const there = new Set([...bill.components.map(({ ref }) => ref), ...added.map(({ ref }) => ref)]);
  const needsOf = ({ ref, dependsOn }: BillComponent): readonly string[] | null =>
    dependsOn === null
      ? null
      : [...new Set(dependsOn.map((one) => refs.get(one) ?? one))]
          .filter((one) => there.has(one) && one !== ref)
          .toSorted();
  const more = new Map(theirs.map((component) => [identityOf(component), component]));
  const components = [
    ...bill.components.map((component) => filled(component, more.get(identityOf(component)), needsOf)),
    ...added.map((component) => ({ ...component, dependsOn: needsOf(component) })),
  ];
  return { ...bill, subject: leadingTo(bill, added, components), components: mergeComponents(components) };
}

const identityOf = (component: BillComponent): string =>
  `${componentKey(component)}@${plainVersion(component.version)}`;

function filled(
  component: BillComponent,
  other: BillComponent | undefined,
  needsOf: (one: BillComponent) => readonly string[] | null,
): BillComponent {
  if (other === undefined) return component;
  const originator = component.originator ?? other.originator;
  return {
    ...component,
    hashes: component.hashes.length === 0 ? other.hashes : component.hashes,
    license: component.license ?? other.license,
    supplier: component.supplier ?? other.supplier,
    ...(originator !== undefined && { originator }),
    dependsOn: component.dependsOn ?? needsOf(other),
  };
}

/** What is new and nothing leads to hangs on the product; its direct dependencies are then not all that it asks for itself. */
function leadingTo(
  { subject }: BillOfMaterials,
  added: readonly BillComponent[],
  components: readonly BillComponent[],
): BillOfMaterials['subject'] {
  const needed = new Set(components.flatMap(({ dependsOn }) => dependsOn ?? []));
  const loose = added.filter(({ ref }) => !needed.has(ref)).map(({ ref }) => ref);
  const dependsOn = [...new Set([...subject.dependsOn, ...loose])].toSorted();
  return { ...subject, dependsOn, complete: subject.complete && loose.length === 0 };
}
