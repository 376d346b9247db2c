// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { SarifLevel } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';
import { shortened } from '../visible-text.ts';
import { createResultFingerprints } from './result-fingerprints.ts';
import { sarifPlaces } from './sarif-places.ts';

/** What nobody has rated may be anything: a warning, as §3.27.10 has it where nothing is said. */
const levels: { readonly [S in Severity]: SarifLevel } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  none: 'none',
  unrated: 'warning',
};

/** The middle of each range of CVSS v3.1 §5, by which code scanning services sort; unrated has none. */
const scores: { readonly [S in Severity]: string | null } = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  none: '0.0',
  unrated: null,
};

const order: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'none'];

type Rule = {
  readonly index: number;
  readonly title: string;
  severity: Severity;
  help: string | null;
  readonly weaknesses: Set<string>;
};

export type SarifResults = {
  readonly result: (result: ToolResult) => object;
  /** The rules of all results so far, in the order of their indexes. */
  readonly rules: () => readonly object[];
};

/** Turns results of one tool into results of SARIF, and gathers their rules meanwhile. */
export function createSarifResults(): SarifResults {
  const rules = new Map<string, Rule>();
  const fingerprints = createResultFingerprints();
  return {
    result: (result) => resultOf(result, ruleOf(rules, result), fingerprints(result)),
    rules: () => [...rules].map(([id, rule]) => descriptorOf(id, rule)),
  };
}

function ruleOf(rules: Map<string, Rule>, { rule: id, title, severity, help, weaknesses }: ToolResult): Rule {
  const known = rules.get(id) ?? { index: rules.size, title, severity, help: null, weaknesses: new Set<string>() };
  rules.set(id, known);
  known.help ??= help ?? null;
  if (rank(severity) < rank(known.severity)) known.severity = severity;
  for (const weakness of weaknesses ?? []) known.weaknesses.add(weakness);
  return known;
}

/** Unrated is behind all others: it is not ranked among them. */
const rank = (severity: Severity): number => (order.includes(severity) ? order.indexOf(severity) : order.length);

function descriptorOf(id: string, { title, severity, help, weaknesses }: Rule): object {
  const score = scores[severity];
  return {
    id,
    shortDescription: sarifMessage(title),
    ...(help === null ? {} : { help: sarifMessage(help) }),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ['security', ...[...weaknesses].map((weakness) => `external/cwe/${weakness.toLowerCase()}`)],
      ...(score === null ? {} : { 'security-severity': score }),
    },
  };
}

function resultOf(result: ToolResult, rule: Rule, partialFingerprints: { readonly [name: string]: string }): object {
  const { severity, suppressed, gone, confidence, reportedSeverity, vulnerabilities, fixedVersions, cvss, component } =
    result;
  const text = result.message ?? result.title;
  return {
    ruleId: result.rule,
    ruleIndex: rule.index,
    // §3.27.10: a level of none belongs to what is no failure.
    kind: severity === 'none' ? 'informational' : 'fail',
    level: levels[severity],
    message: sarifMessage(shortened(text, 2000)),
    ...sarifPlaces(result),
    partialFingerprints,
    ...(suppressed === undefined ? {} : { suppressions: [suppressionOf(suppressed)] }),
    ...(gone === true ? { baselineState: 'absent' } : {}),
    properties: {
      severity,
      resultKind: result.kind,
      ...(reportedSeverity === undefined ? {} : { reportedSeverity }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(vulnerabilities === undefined ? {} : { vulnerabilities }),
      ...(fixedVersions === undefined ? {} : { fixedVersions }),
      ...(cvss === undefined ? {} : { cvss }),
      ...(component === undefined ? {} : { component }),
    },
  };
}

function suppressionOf({ where, reason }: NonNullable<ToolResult['suppressed']>): object {
  return {
    kind: where === 'source' ? 'inSource' : 'external',
    ...(reason === undefined ? {} : { justification: reason }),
  };
}
