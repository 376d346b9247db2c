// SPDX-License-Identifier: Apache-2.0
import { openReportFile, type ReportFile } from '@plumbline/adapters/platform/files/open-report-file';
import { readEvidenceFiles } from '@plumbline/adapters/platform/files/read-evidence-files';
import { understandEvidence } from '@plumbline/adapters/platform/evidence/understand-evidence';
import { PlumblineError } from '@plumbline/core/errors';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { EvidenceEntry } from '@plumbline/core/state/evidence-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { importReport } from '@plumbline/engine/import/import-report';
import { evidenceLine, importLineOf, type ImportedFile } from './imported-file.ts';

export type { ImportedFile } from './imported-file.ts';

export type ImportFileOptions = {
  readonly state: StateStore;
  readonly commit: string | null;
  readonly reader?: string;
};

export type ImportOutcome =
  | ({ readonly state: 'taken' } & ImportedFile)
  | { readonly state: 'refused'; readonly because: string; readonly line: number };

/** Larger files are no SBOM, VEX or attestation. */
const evidenceBytesMax = 256 * 1024 * 1024;

/**
 * Takes one file in: as the report of a tool, as evidence of another kind, or both (a CycloneDX document with vulnerabilities
 * is both). Throws `input-unreadable`; what cannot be understood is refused with line and reason.
 */
export async function importFile(path: string, options: ImportFileOptions): Promise<ImportOutcome> {
  const file = await openReportFile(path);
  try {
    const report = await asReport(file, options);
    if (report.state === 'refused' && report.code !== 'unknown-format') return report;
    const evidence = options.reader === undefined ? await asEvidence(path, file, options) : null;
    if (evidence !== null) return report.state === 'taken' ? { ...evidence, ...report } : evidence;
    return report;
  } finally {
    await file.close();
  }
}

type ReportOutcome =
  | ({ readonly state: 'taken' } & ImportedFile)
  | { readonly state: 'refused'; readonly code: string; readonly because: string; readonly line: number };

async function asReport(file: ReportFile, { state, commit, reader }: ImportFileOptions): Promise<ReportOutcome> {
  const imported = await importReport({
    state,
    source: file,
    report: file.digest,
    file: file.name,
    commit,
    importedAt: new Date().toISOString(),
    ...(reader === undefined ? {} : { format: reader }),
  });
  if (imported.state === 'failed') return { state: 'refused', ...imported.fault };
  const line = importLineOf(imported.entry, imported.state === 'known');
  return { state: 'taken', ...line, problems: [...line.problems, ...otherCommit(line.commit, commit)] };
}

/** Whoever names a commit expects the results there: that the report speaks of another must not go unseen. */
function otherCommit(own: string | null, named: string | null): readonly string[] {
  if (named === null || own === named) return [];
  const about = own === null ? 'several commits' : `commit ${own.slice(0, 12)}`;
  return [`the report says that it is about ${about}, and is kept so, not for ${named.slice(0, 12)}`];
}

async function knownEvidence(state: StateStore, digest: string): Promise<EvidenceEntry | null> {
  const { entries } = await entriesOf(state, 'evidence');
  return entries.find(({ sha256 }) => `sha256:${sha256}` === digest) ?? null;
}

/** Null when it is no evidence of another kind than the report of a tool. */
async function asEvidence(
  path: string,
  { size, name, digest }: ReportFile,
  { state }: ImportFileOptions,
): Promise<({ readonly state: 'taken' } & ImportedFile) | null> {
  if (size > evidenceBytesMax) return null;
  try {
    const known = await knownEvidence(state, digest);
    if (known !== null) return { state: 'taken', ...evidenceLine(known), known: true };
    const [read] = await readEvidenceFiles([path]);
    if (read === undefined) return null;
    const { scans: _, ...rest } = understandEvidence(read);
    if (Object.values(rest).every((list) => list.length === 0)) return null;
    const entry: EvidenceEntry = {
      schema: 1,
      file: name,
      sha256: digest.slice('sha256:'.length),
      importedAt: new Date().toISOString(),
      evidence: { scans: [], ...rest },
    };
    await state.add('evidence', entry);
    return { state: 'taken', ...evidenceLine(entry) };
  } catch (error) {
    if (error instanceof PlumblineError && error.code === 'input-invalid') return null;
    throw error;
  }
}
