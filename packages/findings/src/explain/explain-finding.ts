// SPDX-License-Identifier: Apache-2.0
import { mintOwnId } from '../identity/mint-id.ts';
import type { CodePlace } from '@plumbline/core/findings/tool-result';
import type { Finding, Merge, SeveritySource } from '@plumbline/core/findings/finding';

export type ExplainedSighting = {
  readonly tool: string;
  readonly toolVersion: string | null;
  readonly rule: string;
  /** Where, in one line: path and line, package and version, method and address. */
  readonly at: string;
  readonly seenAt: string;
  readonly commit: string | null;
  readonly report: string;
  readonly severity: string;
  /** The tier by which it was recognised, and why. */
  readonly recognisedBy: string;
  readonly because: string;
  /** What a triage record calls this part when it splits the finding. */
  readonly part: string;
};

/** Everything that a person asks of a finding: who saw it, why they are one, where its severity and its state come from. */
export type Explanation = {
  readonly id: string;
  readonly otherIds: readonly string[];
  readonly sightings: readonly ExplainedSighting[];
  readonly merges: readonly Merge[];
  readonly severity: string;
  readonly state: string;
};

export function explainFinding(finding: Finding): Explanation {
  const { id, otherIds, sightings, recognised, merges, severity, severityFrom } = finding;
  return {
    id,
    otherIds,
    merges,
    sightings: sightings.map(({ tool, toolVersion, commit, report, seenAt, result }, index) => ({
      tool,
      toolVersion,
      rule: result.rule,
      at: whereOf(result),
      seenAt,
      commit,
      report,
      severity: result.reportedSeverity ?? result.severity,
      recognisedBy: recognised[index]?.tier ?? 'new',
      because: recognised[index]?.because ?? '',
      part: sightings.length === 1 ? id : mintOwnId(recognised[index]?.track ?? id, tool.toLowerCase()),
    })),
    severity: `${severity}: ${sourceOf(severityFrom)}`,
    state: stateOf(finding),
  };
}

function whereOf({ places, component, web, kind }: Finding['sightings'][number]['result']): string {
  const place = places?.[0];
  if (kind === 'component' && component !== undefined)
    return [component.purl ?? component.name, component.version, component.path].filter(Boolean).join(', ');
  if (web !== undefined) return [web.method, web.url, web.parameter].filter(Boolean).join(' ');
  return place === undefined ? 'nowhere in particular' : placeOf(place);
}

const placeOf = ({ path, startLine }: CodePlace): string => (startLine === undefined ? path : `${path}:${startLine}`);

function sourceOf(from: SeveritySource): string {
  switch (from.of) {
    case 'cvss': {
      const { version, vector, score } = from.cvss;
      return `CVSS ${version} ${score.toFixed(1)} (${vector}), ${from.tools.length === 0 ? 'from an advisory' : `by ${from.tools.join(', ')}`}`;
    }
    case 'tool':
      return `the word of ${from.tools.join(', ')}${from.reported === null ? '' : ` (${from.reported})`}; nobody gave a vector`;
    case 'nobody':
      return 'nobody rated it';
  }
}

function stateOf({ state, decision, fixedAt, reopenedAt, vex }: Finding): string {
  const parts: string[] = [state];
  if (fixedAt !== null) parts.push(`no tool shows it any more since ${fixedAt.slice(0, 10)}`);
  if (reopenedAt !== null) parts.push(`came back on ${reopenedAt.slice(0, 10)}`);
  if (decision !== null)
    parts.push(`${decision.what} by ${decision.by ?? 'nobody named'}: ${decision.reason} (${decision.record})`);
  if (vex !== null && vex.stale !== null) parts.push(`${vex.document} does not count: ${vex.stale}`);
  return parts.join('; ');
}
