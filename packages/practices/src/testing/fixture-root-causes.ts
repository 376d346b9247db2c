// SPDX-License-Identifier: Apache-2.0
import type { RecordFile } from '@plumbline/core/facts/records/record';
import type { RootCause, RootCausesRecord } from '@plumbline/core/facts/records/root-causes-record';
import { aRecord } from './record-fixture.ts';

/** A case that was closed in the window, with all that RV.3 asks. */
export function aRootCause(cause: Partial<RootCause> = {}): RootCause {
  return {
    case: 'CASE-1',
    closedOn: '2026-03-25',
    weakness: 'CWE-79',
    processCause: 'No review of templates',
    variantQuery: 'queries/unescaped-template.ql',
    variantScan: 'scans/2026-04.sarif',
    improvement: 'Template linter in the gate',
    ...cause,
  };
}

/** A complete register whose trends were reviewed in May. */
export function rootCauses(
  causes: readonly RootCause[],
  record: Partial<RootCausesRecord> = {},
): RecordFile<RootCausesRecord> {
  return aRecord({
    complete: true,
    trendsReviewedOn: '2026-05-01',
    trendsReviewedBy: 'security lead',
    causes,
    ...record,
  });
}
