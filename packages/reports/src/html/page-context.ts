// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { ReportOptions } from '../report-options.ts';

/** What the parts of the page need of the whole: help by check, and where an item of evidence stands, by its digest. */
export type PageContext = {
  readonly help: NonNullable<ReportOptions['help']>;
  readonly evidenceAnchors: ReadonlyMap<string, string>;
};

export function pageContext({ evidence }: Assessment, { help = {} }: ReportOptions): PageContext {
  return { help, evidenceAnchors: new Map(evidence.map(({ digest, kind }) => [digest, evidenceAnchor(kind)])) };
}

/** There is one item a kind. */
export function evidenceAnchor(kind: string): string {
  return `evidence-${kind}`;
}
