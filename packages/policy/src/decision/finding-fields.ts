// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import type { FindingFields } from '../vocabulary/subject-values.ts';
import type { GateInput } from './gate-input.ts';

const dayMs = 86_400_000;

/** A finding in the words of policies. */
export function findingFields(finding: Finding, { asOf, newFindings, change, data }: GateInput): FindingFields {
  const { sightings, component, place, exploit, vex } = finding;
  const path = place?.path ?? component?.path ?? '';
  const scores = finding.cvss.map(({ score }) => score);
  return {
    id: finding.id,
    kind: finding.kind,
    title: finding.title,
    rules: [...new Set(sightings.map(({ result }) => result.rule))],
    tools: [...new Set(sightings.map(({ tool }) => tool))],
    severity: finding.severity,
    cvss: scores.length === 0 ? undefined : Math.max(...scores),
    weaknesses: finding.weaknesses,
    vulnerabilities: finding.vulnerabilities,
    path,
    line: place?.startLine ?? 0,
    url: finding.web?.url ?? '',
    package: component?.name ?? '',
    purl: component?.purl ?? '',
    fixAvailable: finding.fixedVersions.length > 0,
    fixedVersions: finding.fixedVersions,
    state: finding.state,
    isNew: newFindings.get(finding.id),
    inChange: change.paths === undefined ? undefined : change.paths.includes(path),
    ageDays: Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(finding.firstSeenAt)) / dayMs)),
    knownExploited: finding.vulnerabilities.length === 0 ? false : (exploit.knownExploited ?? undefined),
    epss: exploit.epss ?? (finding.vulnerabilities.length === 0 || data.has('epss') ? 0 : undefined),
    vex: vex === null || vex.stale !== null ? '' : vex.status,
    suppressedByTool: sightings.every(({ result }) => result.suppressed !== undefined),
  };
}
