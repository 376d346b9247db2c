// SPDX-License-Identifier: Apache-2.0
import type { ImportedEvidence } from '@plumbline/core/facts/imported/imported-evidence';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { noEvidence } from '../../platform/evidence/understand-evidence.ts';
import { scanReportOf } from '@plumbline/formats/tool-reports/scan-report-of';

/**
 * What earlier runs took in, in an order that does not depend on when; files in `passed` (SHA-256) are left out, since the
 * caller has just passed them again. Damaged entries are not there at all: what they said is unknown, never "no".
 */
export async function keptEvidence(
  state: StateStore,
  passed: ReadonlySet<string>,
): Promise<readonly ImportedEvidence[]> {
  const { entries: imports } = await entriesOf(state, 'imports');
  const { entries: evidence } = await entriesOf(state, 'evidence');
  return [
    ...imports.filter(({ report }) => !passed.has(report.slice('sha256:'.length))).map(scansOf),
    ...evidence.filter(({ sha256 }) => !passed.has(sha256)).map(({ evidence: kept }) => kept),
  ];
}

function scansOf({ file, report, commit, boundBy, runs }: ImportEntry): ImportedEvidence {
  const origin = {
    file: file ?? `scan ${report.slice(7, 19)}`,
    sha256: report.slice('sha256:'.length),
    commit,
    ...(boundBy === 'scan' ? { scanned: true as const } : {}),
  };
  return { ...noEvidence, scans: runs.map((run) => scanReportOf(run, origin)) };
}
