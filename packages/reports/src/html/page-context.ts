// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import type { ReportOptions } from '../report-options.ts';

/** Where an item of evidence stands on the page, and whether it was seen. */
export type EvidencePlace = { readonly anchor: string; readonly state: Evidence['state'] };

/** What the parts of the page need of the whole: help by check, and the place of an item of evidence by its digest. */
export type PageContext = {
  readonly help: NonNullable<ReportOptions['help']>;
  readonly evidencePlaces: ReadonlyMap<string, EvidencePlace>;
};

export function pageContext({ evidence }: Assessment, { help = {} }: ReportOptions): PageContext {
  const places = evidence.map(({ digest, kind, state }) => [digest, { anchor: evidenceAnchor(kind), state }] as const);
  return { help, evidencePlaces: new Map(places) };
}

/** There is one item a kind. */
export function evidenceAnchor(kind: string): string {
  return `evidence-${kind}`;
}
