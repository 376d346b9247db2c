// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { FindingsRegister } from '@plumbline/core/facts/findings-register';
import type { Finding, FindingState } from '@plumbline/core/findings/finding';
import { ageOf } from '../lifecycle/age-of.ts';
import type { LastRun } from '../lifecycle/findings-state.ts';

export type RegisterOptions = {
  /** Days within which a finding has to be looked at. */
  readonly triageDaysMax: number;
  readonly asOf: string;
};

const testing: ReadonlySet<ToolPurpose> = new Set(['dast', 'fuzzing', 'test']);
const analysis: ReadonlySet<ToolPurpose> = new Set(['sast', 'sca', 'secret-scan', 'iac-scan', 'lint', 'workflow-lint']);

/** The fact `findings-register` out of the findings and the last run of each tool. */
export function findingsRegister(
  findings: readonly Finding[],
  runs: readonly LastRun[],
  { triageDaysMax, asOf }: RegisterOptions,
): FindingsRegister {
  const purposesOf = new Map(runs.map(({ tool, purposes }) => [tool, purposes]));
  const isTested = ({ kind, sightings }: Finding): boolean =>
    kind === 'dynamic' || sightings.every(({ tool }) => isFor(testing, purposesOf.get(tool.toLowerCase()) ?? []));
  const isOverdue = (finding: Finding): boolean =>
    finding.state === 'open' && finding.decision === null && ageOf(finding, asOf).days > triageDaysMax;
  const shown = findings.filter(({ state }) => state !== 'fixed');
  const tested = shown.filter(isTested);
  const inState = (state: FindingState): number => findings.filter((finding) => finding.state === state).length;
  const ended = runs.filter(({ completed }) => completed === true);
  return {
    findings: shown.length,
    untriagedOverdue: shown.filter(isOverdue).length,
    triageDaysMax,
    fromAnalysis: shown.length - tested.length,
    fromTesting: tested.length,
    testingUntriagedOverdue: tested.filter(isOverdue).length,
    open: inState('open'),
    accepted: inState('accepted'),
    falsePositive: inState('false-positive'),
    notAffected: inState('not-affected'),
    fixed: inState('fixed'),
    analysisTools: ended.filter(({ purposes }) => isFor(analysis, purposes)).length,
    testingTools: ended.filter(({ purposes }) => isFor(testing, purposes)).length,
  };
}

const isFor = (kind: ReadonlySet<ToolPurpose>, purposes: readonly ToolPurpose[]): boolean =>
  purposes.some((purpose) => kind.has(purpose));
