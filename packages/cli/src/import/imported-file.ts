// SPDX-License-Identifier: Apache-2.0
import type { EvidenceEntry } from '@plumbline/core/state/evidence-entry';
import type { ImportEntry } from '@plumbline/core/state/import-entry';

/** One imported file, as it is listed. */
export type ImportedFile = {
  readonly file: string;
  readonly digest: string;
  readonly what: string;
  readonly commit: string | null;
  readonly boundBy: string | null;
  readonly results: number | null;
  readonly importedAt: string;
  readonly problems: readonly string[];
  /** The same file for the same commit had been taken in before. */
  readonly known: boolean;
};

export function importLineOf(entry: ImportEntry, known: boolean): ImportedFile {
  const { file, report, commit, boundBy, importedAt, runs, format } = entry;
  const tools = [
    ...new Set(runs.map(({ tool, toolVersion }) => `${tool}${toolVersion === null ? '' : ` ${toolVersion}`}`)),
  ];
  return {
    file: file ?? 'scan',
    digest: report,
    what: tools.length === 0 ? `${format}, no run in it` : tools.join(', '),
    commit,
    boundBy,
    results: runs.reduce((sum, { results }) => sum + results, 0),
    importedAt,
    problems: runs.flatMap(({ problems }) => problems),
    known,
  };
}

const kinds = [
  ['sboms', 'bill of materials'],
  ['vex', 'VEX document'],
  ['statements', 'in-toto statement'],
  ['tests', 'test report'],
  ['exports', 'endpoint export'],
] as const;

export function evidenceLine({ file, sha256, importedAt, evidence }: EvidenceEntry): ImportedFile {
  const what = kinds.flatMap(([kind, word]) => (evidence[kind].length === 0 ? [] : [word]));
  const all = [...evidence.sboms, ...evidence.vex, ...evidence.statements, ...evidence.tests, ...evidence.exports];
  const [commit = null] = new Set(all.map((one) => one.commit));
  return {
    file,
    digest: `sha256:${sha256}`,
    what: what.join(', '),
    commit,
    boundBy: commit === null ? null : 'report',
    results: null,
    importedAt,
    problems: all.flatMap(({ problems }) => problems),
    known: false,
  };
}
