// SPDX-License-Identifier: Apache-2.0
import type { CvssScore } from '../values/cvss/cvss-score.ts';
import type { SsvcPoints } from '../vulnerabilities/cve-assessment.ts';
import type { Severity } from './severity.ts';
import type { CodePlace, ResultComponent, ResultKind, ToolResult, WebPlace } from './tool-result.ts';

/** `plf-` and 24 hex digits. Stays with a finding through moved lines, renamed files and upgrades of tools. */
export type FindingId = `plf-${string}`;

/** One report of one tool that shows the finding: every tool's attribution is kept, whatever was merged. */
export type Sighting = {
  readonly tool: string;
  readonly toolVersion: string | null;
  /** SHA-256 of the report file, `sha256:` and 64 hex digits. */
  readonly report: string;
  /** The commit that was scanned; null when the report and its importer do not say. */
  readonly commit: string | null;
  readonly seenAt: string;
  readonly result: ToolResult;
};

/** Why two sightings are one finding, in one sentence, and by which rule. */
export type Merge = {
  readonly rule:
    | 'same-tool'
    | 'vulnerability'
    | 'weakness-and-place'
    | 'secret'
    | 'check-and-resource'
    | 'weakness-and-address'
    | 'by-hand';
  readonly because: string;
};

/** How a tool's result was recognised as the finding that was known before; `new`: it was not. */
export type Recognition = {
  readonly tier: string;
  readonly because: string;
  /** The id that it had or would have had alone. */
  readonly track: FindingId;
};

/** Where the severity of a finding comes from: a vector, the words of a tool, or nobody. */
export type SeveritySource =
  | { readonly of: 'cvss'; readonly cvss: CvssScore; readonly tools: readonly string[] }
  | { readonly of: 'tool'; readonly tools: readonly string[]; readonly reported: string | null }
  | { readonly of: 'nobody' };

/** `accepted`: an exception that is in force. `false-positive`: a triage record says so. */
export const findingStates = ['open', 'fixed', 'accepted', 'false-positive', 'not-affected'] as const;
export type FindingState = (typeof findingStates)[number];

/** Who decided, when and why; `record` is the file and id of the decision. */
export type Decision = {
  readonly what: 'accepted' | 'false-positive' | 'not-affected' | 'confirmed';
  readonly by: string | null;
  readonly on: string | null;
  readonly reason: string;
  readonly record: string;
  /** Two names in a file are a claim; a review, signature or login is more. */
  readonly approval: 'asserted' | 'verified' | 'none';
  readonly expires?: string;
};

/** What is known about exploitation. EPSS: probability of the next 30 days (FIRST). */
export type ExploitSignals = {
  readonly knownExploited: boolean | null;
  readonly kevDueDate?: string;
  readonly epss?: number;
  readonly epssPercentile?: number;
  /** CISA SSVC decision points, where published. */
  readonly ssvc?: SsvcPoints;
};

/** What VEX says, and whether it still speaks about what is there. */
export type VexVerdict = {
  readonly status: 'not_affected' | 'affected' | 'fixed' | 'under_investigation';
  readonly justification: string | null;
  readonly document: string;
  /** Why it does not count: it speaks of another version, or is older than the finding. Null: it counts. */
  readonly stale: string | null;
};

/** One weakness or vulnerability in one place of the product, as all tools together see it. */
export type Finding = {
  readonly id: FindingId;
  /** Ids that parts of it had before they were merged, or would have apart: a decision on one of them is one on this. */
  readonly otherIds: readonly FindingId[];
  readonly kind: ResultKind;
  readonly title: string;
  readonly severity: Severity;
  readonly severityFrom: SeveritySource;
  readonly cvss: readonly CvssScore[];
  /** All ids of the vulnerability, the preferred one first. */
  readonly vulnerabilities: readonly string[];
  readonly weaknesses: readonly string[];
  readonly place: CodePlace | null;
  readonly web: WebPlace | null;
  readonly component: ResultComponent | null;
  readonly fixedVersions: readonly string[];
  readonly exploit: ExploitSignals;
  readonly vex: VexVerdict | null;
  readonly state: FindingState;
  readonly decision: Decision | null;
  /** Days are those of the reports, ISO 8601. */
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly fixedAt: string | null;
  /** When it was last seen again after it had been fixed. */
  readonly reopenedAt: string | null;
  /** The last sighting by each tool and rule, the first known one first. */
  readonly sightings: readonly [Sighting, ...Sighting[]];
  /** How each of them was recognised, in the same order. */
  readonly recognised: readonly Recognition[];
  readonly merges: readonly Merge[];
};
