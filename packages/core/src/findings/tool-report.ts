// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '../facts/ci-pipelines.ts';

/**
 * One run of one tool, without its results. A member that is null is what the report does not say: most native reports name
 * neither commit nor end, and then only the one who ran the tool can.
 */
export type ToolReport = {
  /** Id of the parser, such as `semgrep` or `sarif`. */
  readonly format: string;
  readonly tool: string;
  readonly toolVersion: string | null;
  /** What the tool looked for in this run. */
  readonly purposes: readonly ToolPurpose[];
  readonly commit: string | null;
  /** The run says that it came to its end (true) or did not (false). */
  readonly completed: boolean | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Number of rules, checks or advisories that it applied. */
  readonly rules: number | null;
  /** `sha256:` over the rules as applied: two runs with the same digest looked for the same. Left out where unknown. */
  readonly rulesDigest?: string;
  /** The rules as a whole, where the report lists those alone that found something: `the rules built into Bandit 1.9.4`. */
  readonly ruleSet?: string;
  /** Age of its vulnerability data, ISO 8601. */
  readonly databaseAt: string | null;
  /** What is wrong with the report; what was usable was kept. */
  readonly problems: readonly string[];
};
