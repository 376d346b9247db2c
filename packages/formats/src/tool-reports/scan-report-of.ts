// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { ImportedRun } from '@plumbline/core/state/import-entry';

/** Where a run comes from, and the commit that it is about. */
export type RunOrigin = Pick<ScanReport, 'file' | 'sha256' | 'commit'> & {
  /** Whoever started the tool knows what it looked at. */
  readonly scanned?: true;
};

/**
 * A run as the fact that checks read. Severities fall into the levels of SARIF (§3.27.10): critical and high are errors,
 * medium is a warning, low a note; what nobody has rated counts as a warning, since it may be anything.
 */
export function scanReportOf(run: ImportedRun, origin: RunOrigin): ScanReport {
  const { open } = run;
  return {
    ...origin,
    tool: run.tool,
    toolVersion: run.toolVersion,
    completed: run.completed,
    finishedAt: run.finishedAt,
    problems: run.problems,
    format: run.format,
    purposes: run.purposes,
    rules: run.rules ?? 0,
    ...(run.ruleSet === undefined ? {} : { ruleSet: run.ruleSet }),
    findings: {
      error: open.critical + open.high,
      warning: open.medium + open.unrated,
      note: open.low,
      none: open.none,
    },
    suppressed: run.suppressed,
    weaknesses: run.weaknesses,
    ...(run.history === true ? { history: true } : {}),
  };
}
