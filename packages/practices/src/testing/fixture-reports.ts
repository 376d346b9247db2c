// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import type { TestReport } from '@plumbline/core/facts/imported/test-reports';
import type { ResponseCases } from '@plumbline/core/facts/response-cases';

/** Proof that a known tool ran to its end on the commit of the fixtures. */
const binding: ImportBinding = {
  file: 'report.sarif',
  sha256: '2'.repeat(64),
  tool: 'scanner',
  toolVersion: '1.4.0',
  commit: '1'.repeat(40),
  completed: true,
  finishedAt: '2026-06-28T10:00:00Z',
  problems: [],
};

/** A bound test report in which everything passed. */
export function aTestReport(report: Partial<TestReport> = {}): TestReport {
  return {
    ...binding,
    format: 'junit',
    file: 'junit.xml',
    suites: 3,
    tests: 90,
    failures: 0,
    errors: 0,
    skipped: 0,
    ...report,
  };
}

/** A case that was handled in time from the report to the advisory. */
export function aCase(entry: Partial<ResponseCases['cases'][number]> = {}): ResponseCases['cases'][number] {
  return {
    id: 'CASE-1',
    receivedOn: '2026-03-01',
    answeredOn: '2026-03-02',
    triagedOn: '2026-03-05',
    decision: 'act',
    cvss: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
    remediateBy: '2026-04-01',
    fixedOn: '2026-03-20',
    closedOn: '2026-03-25',
    advisory: 'EX-2026-1',
    ...entry,
  };
}

/** A register with a window of one year, seven days to answer and fourteen to triage. */
export function responseCases(...cases: ResponseCases['cases']): ResponseCases {
  return { windowDays: 365, cases, channelTriedOn: '2026-05-01', answerDaysMax: 7, triageDaysMax: 14 };
}
