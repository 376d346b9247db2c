// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { type Reconciliation, reconcile } from './reconcile.ts';

/** A minimum element that is missing somewhere, and who asks for it. */
export type MissingElement = {
  readonly element: string;
  /** Components that lack it; 1 for an element of the whole document. */
  readonly missing: number;
  readonly askedBy: 'NTIA 2021' | 'CISA 2025';
  /** The caller lets it pass. */
  readonly allowed: boolean;
};

/** What a bill was compared with: `incomplete` says what could not be read there. */
export type Compared = {
  readonly what: string;
  readonly incomplete: readonly string[];
} & Reconciliation;

export type BillCheck = {
  readonly format: string;
  readonly components: number;
  /** What breaks the standard, clause by clause. */
  readonly problems: readonly string[];
  readonly elements: readonly MissingElement[];
  readonly compared: readonly Compared[];
  /** Null: nothing was found against it, and not all could be looked at. */
  readonly holds: boolean | null;
};

/** What a bill is compared with. `own`: package URLs of what the sources themselves are. */
export type Against = { readonly what: string; readonly bill: BillOfMaterials; readonly own: readonly string[] };

export type CheckRequest = {
  /** As the reader of imported documents understands it: clauses of the standard, and minimum elements. */
  readonly document: Pick<Sbom, 'format' | 'specVersion' | 'components' | 'gaps' | 'problems'>;
  readonly bill: BillOfMaterials;
  readonly against: readonly Against[];
  /** Minimum elements that may be missing. */
  readonly allowed: ReadonlySet<string>;
};

/** NTIA, The Minimum Elements For a Software Bill of Materials, 2021; what CISA added in 2025 is all else. */
const ntia: ReadonlySet<string> = new Set([
  'supplier',
  'component name',
  'version',
  'unique identifier',
  'dependency relationship',
  'author',
  'timestamp',
]);

/** Whether a bill has its minimum elements, keeps to its standard, and says what is there. */
export function checkBill({ document, bill, against, allowed }: CheckRequest): BillCheck {
  const elements = document.gaps.map(({ element, missing }): MissingElement => ({
    element,
    missing,
    askedBy: ntia.has(element) ? 'NTIA 2021' : 'CISA 2025',
    allowed: allowed.has(element),
  }));
  const compared = against.map(({ what, bill: found, own }): Compared => ({
    what,
    incomplete: found.remarks,
    ...reconcile(bill, found, own),
  }));
  const broken =
    document.problems.length > 0 || elements.some((one) => !one.allowed) || compared.some((one) => differs(one));
  // No list and no word that there is nothing to list: with nothing to hold it against, nobody can say.
  const says = bill.components.length > 0 || bill.subject.complete || against.length > 0;
  const unseen = !says || compared.some(({ incomplete }) => incomplete.length > 0);
  return {
    format: `${document.format} ${document.specVersion}`,
    components: document.components.length,
    problems: document.problems,
    elements,
    compared,
    holds: broken ? false : unseen ? null : true,
  };
}

function differs({ missing, extra, versions, contents }: Reconciliation): boolean {
  return missing.length + extra.length + versions.length + contents.length > 0;
}
