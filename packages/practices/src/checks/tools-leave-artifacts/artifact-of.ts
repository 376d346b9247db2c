// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import type { ToolchainEntry } from '@plumbline/core/facts/records/toolchain-record';
import { isSameCommit, whyNotAbout, whyUnbound } from '../../reports/bound-report.ts';

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

/** Whether a declared tool left what names the assessed commit. */
export function artifactOf(entry: ToolchainEntry, evidence: ArtifactEvidence, asOf: string): Artifact {
  const kind = artifactKindOf(entry.purpose);
  const item = kind === null ? undefined : evidence[kind];
  const resolve = `Pass the report of ${entry.tool.slice(0, 60)} for this commit with --evidence`;
  if (item === undefined) return { state: 'missing', resolve };
  if (item.state === 'absent') return { state: 'failed', resolve };
  const to = { commit: item.subject.commit, asOf };
  const reports = reportsIn(item).filter((report) => isOf(report, entry.tool));
  // The report of a run must say that it ended; a document exists only because its tool came to the end.
  const whyNot = kind === 'scan-reports' || kind === 'test-reports' ? whyUnbound : whyNotAbout;
  const reasons = reports.map((report) => whyNot(report, to));
  if (reasons.includes(null)) return { state: 'left', resolve };
  const hasFailed = reports.some(({ completed, commit }) => completed === false && isSameCommit(commit, to.commit));
  const [reason] = reasons;
  return {
    state: hasFailed ? 'failed' : 'missing',
    resolve: reason === undefined || reason === null ? resolve : reason.resolve,
  };
}

function reportsIn(item: Seen<ArtifactKind>): readonly ImportBinding[] {
  if (item.state === 'absent') return [];
  if (item.kind === 'scan-reports' || item.kind === 'test-reports') return item.fact.reports;
  return item.kind === 'sboms' ? item.fact.sboms : item.fact.statements;
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
