// SPDX-License-Identifier: Apache-2.0
import type { VexDocument } from '@plumbline/core/facts/imported/vex-documents';
import type { KnownVulnerability } from '@plumbline/core/facts/vulnerability-feeds';
import type { VexVerdict } from '@plumbline/core/findings/finding';

/** A document with statements about vulnerabilities, and who of the trust policy signed it (null: nobody that was proved). */
export type VexSource = {
  readonly file: string;
  readonly trusted: string | null;
  readonly document: Pick<VexDocument, 'format' | 'author' | 'finishedAt' | 'statements'>;
};

/** What advisories say of components. */
export type KnownVulnerabilities = {
  readonly known: readonly KnownVulnerability[];
  /** How new the advisories are, ISO 8601; null: none were asked. */
  readonly asOf: string | null;
  /** Ecosystems of which no advisories are at hand. */
  readonly uncovered: readonly string[];
};

export type VexReportDocument = {
  readonly file: string;
  readonly format: VexDocument['format'];
  readonly author: string | null;
  readonly issuedAt: string | null;
  readonly trusted: string | null;
  readonly statements: number;
  /** How many of them concern the artifact or what it is made of. */
  readonly concerning: number;
};

/** A vulnerability of the artifact or of something inside, and what is said of it. */
export type VexReportLine = {
  readonly vulnerability: string;
  readonly aliases: readonly string[];
  /** The package URL of a component; null: the artifact as a whole. */
  readonly component: string | null;
  /** By the advisories at hand; null: they do not name it. */
  readonly severity: KnownVulnerability['severity'] | null;
  readonly status: VexVerdict['status'] | 'not-said';
  readonly justification: string | null;
  readonly document: string | null;
  readonly trusted: string | null;
  /** Why the statement does not count; null: it does, or there is none. */
  readonly stale: string | null;
};

/** What is said of an artifact's vulnerabilities: a report, of which nothing is concluded. */
export type VexReport = {
  readonly documents: readonly VexReportDocument[];
  readonly lines: readonly VexReportLine[];
  /** Null: there are no advisories on this machine. */
  readonly advisories: { readonly asOf: string | null; readonly uncovered: readonly string[] } | null;
};
