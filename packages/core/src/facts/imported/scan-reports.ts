// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '../ci-pipelines.ts';
import type { ImportBinding } from './import-binding.ts';

/** One run of one analysis tool (a SARIF run). Findings by level; suppressed ones are not counted in `findings`. */
export type ScanReport = ImportBinding & {
  /** Id of the format, such as `sarif` or `semgrep`. */
  readonly format: string;
  readonly purposes: readonly ToolPurpose[];
  readonly rules: number;
  /** The run says which rules applied as a whole, without listing them. */
  readonly ruleSet?: string;
  readonly findings: { readonly error: number; readonly warning: number; readonly note: number; readonly none: number };
  readonly suppressed: number;
  /** The run says what it looked at: artifacts, taxonomies, a command line, or properties beyond its commit. */
  readonly scanned?: true;
  /** For secret scans: the run says that it read the whole commit history, not only files or a range. */
  readonly history?: true;
  /** CWE ids of the findings, sorted and without repeats. */
  readonly weaknesses: readonly string[];
};
export type ScanReports = { readonly reports: readonly ScanReport[] };
