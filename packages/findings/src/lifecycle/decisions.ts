// SPDX-License-Identifier: Apache-2.0
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import type { TriageEntry } from '@plumbline/core/facts/records/triage-record';
import type { VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import type { ExploitSignals } from '@plumbline/core/findings/finding';

/** An exception that the caller found to be in force; its approval as far as the caller could check it. */
export type ExceptionInForce = ExceptionEntry & { readonly approval: 'asserted' | 'verified' };

/** A VEX document: who says what, when. A time that it does not give makes it older than everything. */
export type VexInput = {
  readonly file: string;
  readonly author: string | null;
  readonly issuedAt: string | null;
  readonly statements: readonly VexStatement[];
};

/** What people and publishers decided and know about findings. None of it changes what tools saw. */
export type Decisions = {
  readonly triage: readonly TriageEntry[];
  readonly exceptions: readonly ExceptionInForce[];
  /** Whether an exception speaks of what has these ids (finding, vulnerabilities, rules) and this package URL. */
  readonly isConcerned: (
    concerns: string,
    of: { readonly ids: readonly string[]; readonly purl: string | null },
  ) => boolean;
  readonly vex: readonly VexInput[];
  /** Names of the product itself, as VEX documents call it: package URLs, addresses of the repository. */
  readonly product: readonly string[];
};

export const noDecisions: Decisions = { triage: [], exceptions: [], isConcerned: () => false, vex: [], product: [] };

/** What is published about vulnerabilities, by their ids. */
export type Knowledge = {
  readonly exploitOf: (vulnerabilities: readonly string[]) => ExploitSignals;
  /** CVSS vectors of advisories. */
  readonly vectorsOf: (vulnerabilities: readonly string[]) => readonly string[];
};

export const noKnowledge: Knowledge = { exploitOf: () => ({ knownExploited: null }), vectorsOf: () => [] };
