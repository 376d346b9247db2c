// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { ResultKind } from '@plumbline/core/findings/tool-result';

const purposeOf: { readonly [K in ResultKind]: ToolPurpose } = {
  code: 'sast',
  component: 'sca',
  secret: 'secret-scan',
  configuration: 'iac-scan',
  dynamic: 'dast',
};

/** The run of a tool with several purposes to which a result belongs, from 0; what fits none belongs to the first. */
export function runOfKind(kind: ResultKind, purposes: readonly ToolPurpose[]): number {
  return Math.max(0, purposes.indexOf(purposeOf[kind]));
}

/**
 * One run for each purpose of a tool, so that what it found of one kind does not count for another. What it was not told to
 * look for this time is a run that is not complete.
 */
export function splitByPurpose(report: ToolReport, purposes: readonly ToolPurpose[]): readonly ToolReport[] {
  if (purposes.length === 1) return [report];
  return purposes.map((purpose) => {
    if (report.purposes.includes(purpose)) return { ...report, purposes: [purpose] };
    return {
      ...report,
      purposes: [purpose],
      completed: false,
      problems: ['it was not told to look for this', ...report.problems],
    };
  });
}
