// SPDX-License-Identifier: Apache-2.0
import type { ImportedEvidence } from '@plumbline/core/facts/imported/imported-evidence';
import type { EvidenceEntry } from '@plumbline/core/state/evidence-entry';
import type { ImportEntry } from '@plumbline/core/state/import-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { scanReportOf } from '@plumbline/formats/tool-reports/scan-report-of';

const nothing: ImportedEvidence = {
  scans: [],
  sboms: [],
  vex: [],
  statements: [],
  tests: [],
  exports: [],
  endpoints: [],
};

/**
 * What earlier runs took in, in an order that does not depend on when; files in `passed` (SHA-256) are left out, since the
 * caller has just passed them again. Damaged entries are not there at all: what they said is unknown, never "no".
 */
export async function keptEvidence(
  state: StateStore,
  passed: ReadonlySet<string>,
): Promise<readonly ImportedEvidence[]> {
  const imports = await entriesOf<ImportEntry>(state, 'imports');
  const evidence = await entriesOf<EvidenceEntry>(state, 'evidence');
  return [
    ...imports.filter(({ report }) => !passed.has(report.slice('sha256:'.length))).map(scansOf),
    ...evidence.filter(({ sha256 }) => !passed.has(sha256)).map(({ evidence: kept }) => kept),
  ];
}

async function entriesOf<T extends { readonly schema: 1 }>(
  state: StateStore,
  kind: 'imports' | 'evidence',
): Promise<readonly T[]> {
  const { intact } = await state.entries(kind);
  // written by this program under this schema, and its digest is checked
  return intact.flatMap(({ value }) => (isOurs(value) ? [value as T] : []));
}

const isOurs = (value: unknown): value is { readonly schema: 1 } =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === 1;

function scansOf({ file, report, commit, boundBy, runs }: ImportEntry): ImportedEvidence {
  const origin = {
    file: file ?? `scan ${report.slice(7, 19)}`,
    sha256: report.slice('sha256:'.length),
    commit,
    ...(boundBy === 'scan' ? { scanned: true as const } : {}),
  };
  return { ...nothing, scans: runs.map((run) => scanReportOf(run, origin)) };
}
