// SPDX-License-Identifier: Apache-2.0
import type { ImportedEvidence } from '@plumbline/core/facts/imported/imported-evidence';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { scanReportOf } from '@plumbline/formats/tool-reports/scan-report-of';
import { noEvidence } from './understand-evidence.ts';

/** What a file held that was taken in. `sha256` of the file, in hexadecimal. */
export type KeptEvidence = { readonly sha256: string; readonly evidence: ImportedEvidence };

/**
 * What earlier runs took in, in an order that does not depend on when. Damaged entries are not there at all: what they said is
 * unknown, never "no". `broken` names them.
 */
export async function keptEvidence(
  state: StateStore,
): Promise<{ readonly kept: readonly KeptEvidence[]; readonly broken: readonly string[] }> {
  const imports = await entriesOf(state, 'imports');
  const evidence = await entriesOf(state, 'evidence');
  return {
    kept: [...imports.entries.map(scansOf), ...evidence.entries],
    broken: [...imports.broken, ...evidence.broken],
  };
}

function scansOf({ file, report, commit, boundBy, runs }: ImportEntry): KeptEvidence {
  const sha256 = report.slice('sha256:'.length);
  const origin = {
    file: file ?? `scan ${sha256.slice(0, 12)}`,
    sha256,
    commit,
    ...(boundBy === 'scan' ? { scanned: true as const } : {}),
  };
  return { sha256, evidence: { ...noEvidence, scans: runs.map((run) => scanReportOf(run, origin)) } };
}
