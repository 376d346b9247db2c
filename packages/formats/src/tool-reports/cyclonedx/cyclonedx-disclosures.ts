// SPDX-License-Identifier: Apache-2.0
import type { Problems } from '../../imports/problems.ts';
import type { GivenResult } from '../create-result.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { severityOf } from '../severity-words.ts';

export type DisclosedComponent = {
  readonly name: string;
  readonly version: string | null;
  readonly purl: string | null;
};

export type Rating = {
  readonly severity: string | null;
  readonly method: string | null;
  readonly vector: string | null;
};

/** A vulnerability of a document, whichever way it was written. */
export type Disclosure = {
  readonly id: string | null;
  readonly references: readonly (string | null)[];
  readonly description: string | null;
  readonly recommendation: string | null;
  readonly source: string | null;
  readonly ratings: readonly Rating[];
  readonly weaknesses: readonly (string | number)[];
  readonly analysis: {
    readonly state: string | null;
    readonly justification: string | null;
    readonly detail: string | null;
  };
  /** What it affects: a component of the document, or the bare reference to one elsewhere. */
  readonly affected: readonly (DisclosedComponent | string)[];
};

/** One result for a vulnerability and an affected component; one without a component where none is named. */
export function giveDisclosures(
  disclosures: readonly Disclosure[],
  give: (result: GivenResult) => void,
  problems: Problems,
): void {
  for (const disclosure of disclosures) {
    const { id, affected } = disclosure;
    if (id === null) problems.add('CycloneDX vulnerability.id is missing');
    const result = resultOf(disclosure);
    if (affected.length === 0 && id !== null) give(result);
    for (const component of affected) give({ ...result, component: componentOf(component) });
  }
}

function componentOf(component: DisclosedComponent | string): NonNullable<GivenResult['component']> {
  if (typeof component !== 'string') return component;
  return { name: component, purl: component.startsWith('pkg:') ? component : null };
}

function resultOf(disclosure: Disclosure): GivenResult {
  const { id, ratings, analysis } = disclosure;
  const severity = ratings.find((rating) => rating.severity !== null)?.severity ?? null;
  const state = analysis.state ?? '';
  const isSetAside = state === 'not_affected' || state === 'false_positive';
  return {
    kind: 'component',
    rule: id ?? 'unnamed',
    title: disclosure.description?.slice(0, 200).split('\n')[0] ?? id,
    message: [disclosure.description, disclosure.recommendation].filter((part) => part !== null).join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    vulnerabilities: sameVulnerability(id, disclosure.references),
    weaknesses: disclosure.weaknesses,
    cvss: ratings.filter(({ method }) => method?.startsWith('CVSS') !== false).map(({ vector }) => vector),
    suppressed: isSetAside
      ? {
          where: 'elsewhere',
          reason: [state, analysis.justification, analysis.detail].filter((part) => part !== null).join(': '),
        }
      : null,
    gone: state === 'resolved' || state === 'resolved_with_pedigree',
    help: disclosure.source,
  };
}
