// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import { attributeIn, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import type { GivenPlace, GivenResult } from '../create-result.ts';
import { numberOf } from '../json-scalars.ts';

/** `priority` is how sure SpotBugs is; its `rank` is how bad it would be. */
const confidences: { readonly [priority: string]: 'high' | 'medium' | 'low' } = {
  '1': 'high',
  '2': 'medium',
  '3': 'low',
};

/** An instance of a bug. `weaknessOf`: CWE numbers by type, where only the pattern has them. */
export function spotbugsResult(bug: XmlElement, weaknessOf: ReadonlyMap<string | null, string | null>): GivenResult {
  const type = attributeIn(bug, 'type');
  const rank = attributeIn(bug, 'rank');
  const priority = attributeIn(bug, 'priority') ?? '';
  return {
    kind: 'code',
    rule: type ?? 'unnamed',
    title: textIn(bug, 'ShortMessage') ?? type?.replaceAll('_', ' '),
    message: textIn(bug, 'LongMessage'),
    severity: severityOfRank(numberOf(rank ?? undefined)),
    reportedSeverity: rank === null ? null : `rank ${rank}`,
    confidence: Object.hasOwn(confidences, priority) ? confidences[priority] : null,
    places: placesOf(bug),
    weaknesses: [attributeIn(bug, 'cweid') ?? weaknessOf.get(type)],
    fingerprints: { instanceHash: attributeIn(bug, 'instanceHash') },
  };
}

/** BugRankCategory: scariest 1–4, scary 5–9, troubling 10–14, of concern 15–20. */
function severityOfRank(rank: number | null): Severity {
  if (rank === null || rank < 1 || rank > 20) return 'unrated';
  if (rank <= 4) return 'critical';
  if (rank <= 9) return 'high';
  return rank <= 14 ? 'medium' : 'low';
}

/** The line itself, else the method or class; then the other lines that it names. */
function placesOf(bug: XmlElement): readonly GivenPlace[] {
  const [method] = elementsOf(bug, 'Method');
  const [owner] = elementsOf(bug, 'Class');
  const name = attributeIn(owner, 'classname');
  const member = attributeIn(method, 'name');
  const symbol = name === null || member === null ? name : `${name}.${member}`;
  const own = elementsOf(bug, 'SourceLine');
  const primary = own.filter((one) => attributeIn(one, 'primary') === 'true');
  const lines = [...new Set([...primary, ...own])];
  const found =
    lines.length > 0
      ? lines
      : [...elementsOf(bug, 'Method', 'SourceLine'), ...elementsOf(bug, 'Class', 'SourceLine')].slice(0, 1);
  return found.map((one) => ({
    path: attributeIn(one, 'sourcepath') ?? attributeIn(one, 'sourcefile'),
    startLine: numberOf(attributeIn(one, 'start') ?? undefined),
    endLine: numberOf(attributeIn(one, 'end') ?? undefined),
    symbol,
  }));
}
