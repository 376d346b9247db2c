// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import type { FindingFields } from '../vocabulary/subject-values.ts';
import type { GateInput } from './gate-input.ts';

const dayMs = 86_400_000;

/** What else decides about the fields of a finding. `changed`: files that the change touches; null: nobody knows. */
export type FindingContext = Pick<GateInput, 'asOf' | 'newFindings' | 'data'> & {
  readonly changed: ReadonlySet<string> | null;
};

/** A finding in the words of policies. */
export function findingFields(finding: Finding, { asOf, newFindings, changed, data }: FindingContext): FindingFields {
  const isNew = newFindings.get(finding.id);
  const { sightings, component, place, exploit, vex } = finding;
  const path = place?.path ?? component?.path ?? '';
  const noIds = finding.vulnerabilities.length === 0;
  const unassessed = noIds || data.has('cve') ? '' : undefined;
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
    isNew,
    inChange: changed?.has(path),
    ageDays: Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(finding.firstSeenAt)) / dayMs)),
    knownExploited: noIds ? false : (exploit.knownExploited ?? undefined),
    epss: exploit.epss ?? (noIds || data.has('epss') ? 0 : undefined),
    ssvcExploitation: exploit.ssvc?.exploitation ?? unassessed,
    ssvcAutomatable: exploit.ssvc?.automatable ?? unassessed,
    vex: vex === null || vex.stale !== null ? '' : vex.status,
    suppressedByTool: suppressedBefore(finding, isNew),
  };
}

/** A comment beside what is new came with it: no change exempts itself. Whether it is new, nobody may know. */
function suppressedBefore({ sightings }: Finding, isNew: boolean | undefined): boolean | undefined {
  const suppressed = sightings.map(({ result }) => result.suppressed);
  if (suppressed.includes(undefined)) return false;
  if (!suppressed.some((one) => one?.where === 'source')) return true;
  return isNew === undefined ? undefined : !isNew;
}
