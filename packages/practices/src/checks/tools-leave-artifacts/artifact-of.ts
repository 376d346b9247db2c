// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import type { ReleaseArtifacts } from '@plumbline/core/facts/release-artifacts';
import type { ToolchainEntry } from '@plumbline/core/facts/records/toolchain-record';
import { type BoundTo, isSameCommit, type Unbound, whyNotAbout, whyUnbound } from '../../reports/bound-report.ts';
import { whySilent } from '../../reports/bound-scans.ts';
import { whyEmpty } from '../../reports/sboms-of-commit.ts';

type ArtifactKind = 'scan-reports' | 'sboms' | 'in-toto-statements' | 'test-reports';
type ArtifactEvidence = { readonly [K in ArtifactKind]?: Seen<K> };

/** `failed`: its run on this commit failed, or a declared place holds none. `missing`: it may still be somewhere. */
export type Artifact = { readonly state: 'left' | 'failed' | 'missing'; readonly resolve: string };

const kinds: { readonly [P in ToolPurpose]?: ArtifactKind } = {
  sast: 'scan-reports',
  sca: 'scan-reports',
  'secret-scan': 'scan-reports',
  dast: 'scan-reports',
  'iac-scan': 'scan-reports',
  sbom: 'sboms',
  provenance: 'in-toto-statements',
  test: 'test-reports',
};

/** The kind of evidence that a tool of this purpose leaves, or null where nothing can be imported. */
export function artifactKindOf(purpose: string): ArtifactKind | null {
  const name = purpose.trim().toLowerCase();
  return Object.hasOwn(kinds, name) ? (kinds[name as ToolPurpose] ?? null) : null;
}

/**
 * Whether a declared tool left what names the assessed commit. `released`: the documents of the newest release, where they are asked
 * for instead; a kind of which nothing was passed is still missing.
 */
export function artifactOf(
  entry: ToolchainEntry,
  evidence: ArtifactEvidence,
  asOf: string,
  released?: ReleaseArtifacts,
): Artifact {
  const kind = artifactKindOf(entry.purpose);
  const item = kind === null ? undefined : evidence[kind];
  const resolve = `Pass the report of ${entry.tool.slice(0, 60)} for this commit with --evidence`;
  if (item === undefined) return { state: 'missing', resolve };
  if (item.state === 'absent') return { state: 'failed', resolve };
  const to = released === undefined ? { ...item.subject, asOf } : { commit: released.commit, asOf };
  const judged = judgedReports(released === undefined ? item : partsOf(item, released), to).filter(({ report }) =>
    isOf(report, entry.tool),
  );
  const reasons = judged.map(({ whyNot }) => whyNot);
  if (reasons.includes(null)) return { state: 'left', resolve };
  const hasFailed = judged.some(
    ({ report: { completed, commit } }) => completed === false && isSameCommit(commit, to.commit),
  );
  const [reason] = reasons;
  return {
    state: hasFailed ? 'failed' : 'missing',
    resolve: reason === undefined || reason === null ? resolve : reason.resolve,
  };
}

type FoundReports = Extract<Seen<ArtifactKind>, { readonly state: 'found' }>;

/** The same kind of evidence with the documents of a release in it. */
function partsOf(item: FoundReports, { documents }: ReleaseArtifacts): FoundReports {
  switch (item.kind) {
    case 'scan-reports':
      return { ...item, fact: { reports: documents.scans } };
    case 'test-reports':
      return { ...item, fact: { reports: documents.tests } };
    case 'sboms':
      return { ...item, fact: { sboms: documents.sboms } };
    case 'in-toto-statements':
      return { ...item, fact: { statements: documents.statements } };
  }
}

type Judged = { readonly report: ImportBinding; readonly whyNot: Unbound | null };

/** The report of a run must say that it ended and what it looked for; a document exists only because its tool came to the end. */
function judgedReports(item: Seen<ArtifactKind>, to: BoundTo): readonly Judged[] {
  if (item.state === 'absent') return [];
  switch (item.kind) {
    case 'scan-reports':
      return item.fact.reports.map((report) => ({ report, whyNot: whyUnbound(report, to) ?? whySilent(report) }));
    case 'test-reports':
      return item.fact.reports.map((report) => ({ report, whyNot: whyUnbound(report, to) }));
    case 'sboms':
      return item.fact.sboms.map((report) => ({ report, whyNot: whyNotAbout(report, to) ?? whyEmpty(report) }));
    case 'in-toto-statements':
      return item.fact.statements.map((report) => ({ report, whyNot: whyNotAbout(report, to) }));
  }
}

// "Semgrep OSS" is semgrep, "CodeQL" is codeql; a name of one or two letters is like nothing.
function isOf({ tool }: ImportBinding, declared: string): boolean {
  const [reported, wanted] = [letters(tool ?? ''), letters(declared)];
  return wanted.length > 2 && reported.includes(wanted);
}

const letters = (name: string): string =>
  name
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
