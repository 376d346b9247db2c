// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import { boundReports, type Unbound } from './bound-report.ts';
import { withinDays } from '../days/days-before.ts';
import { shortText } from '../words/short-text.ts';
import { noneCounted } from '../words/none-counted.ts';

/** Reports that count, at least one, or the answer where none does. */
export type BoundScans =
  | { readonly reports: readonly [ScanReport, ...ScanReport[]]; readonly refusal: null }
  | { readonly reports: null; readonly refusal: Answer };

/** `what` names the kind of scan in a reason. `daysMax`: a report older than this no longer counts. */
export type ScanWish = { readonly purposes: readonly ToolPurpose[]; readonly what: string; readonly daysMax?: number };

/**
 * Why a report without a finding does not show that there is none: nothing in it says what was looked for. Composition
 * analysis lists only the rules of what it found, so there it is enough that it says what it looked at. Null: it counts.
 */
export function whySilent(report: ScanReport): Unbound | null {
  const { file, rules, ruleSet, findings, suppressed, purposes, scanned } = report;
  const { error, warning, note, none } = findings;
  if (rules > 0 || ruleSet !== undefined || error + warning + note + none + suppressed > 0) return null;
  const isSca = purposes.includes('sca');
  if (isSca && scanned === true) return null;
  return {
    because: `${shortText(file)} finds nothing and does not say ${isSca ? 'what it looked at' : 'which rules ran'}`,
    resolve: isSca
      ? 'Let the report list what was scanned (SARIF: artifacts, or the command line of the invocation)'
      : 'Let the report list its rules (SARIF: tool.driver.rules)',
  };
}

const refuse = (refusal: Answer): BoundScans => ({ reports: null, refusal });

/**
 * The imported reports of one purpose that count for the assessed commit. What was not passed may still exist, so a
 * missing, unbound or outdated report gives unknown; only a declared place without reports gives no.
 */
export function boundScans(item: Seen<'scan-reports'>, wish: ScanWish, asOf: string): BoundScans {
  const { purposes, what, daysMax } = wish;
  if (item.state === 'absent') return refuse(no(`No report of ${what}: ${shortText(item.lookedIn)}`, [cite(item)]));
  const fitting = item.fact.reports.filter((report) => report.purposes.some((purpose) => purposes.includes(purpose)));
  if (fitting.length === 0)
    return refuse(
      unknown(
        `${noneCounted(item.fact.reports.length, 'passed report')} is of ${what}`,
        `Pass a report of ${what} with --evidence`,
        [cite(item)],
      ),
    );
  const { bound: whole, unbound } = boundReports(fitting, { ...item.subject, asOf });
  const bound = whole.filter((report) => whySilent(report) === null);
  const [reason] = [...unbound, ...whole.flatMap((report) => whySilent(report) ?? [])];
  if (bound.length === 0 && reason !== undefined) return refuse(unknown(reason.because, reason.resolve, [cite(item)]));
  const [first, ...rest] = bound.filter(
    (report) => daysMax === undefined || withinDays(report.finishedAt, asOf, daysMax),
  );
  if (first !== undefined) return { reports: [first, ...rest], refusal: null };
  return refuse(
    unknown(
      `No report of ${what} says that it is of the last ${daysMax} days`,
      `Run ${what} again and let the report say when it ended`,
      [cite(item)],
    ),
  );
}

/** Findings of several reports summed by level. */
export function sumFindings(reports: readonly ScanReport[]): ScanReport['findings'] & { readonly suppressed: number } {
  return reports.reduce(
    (sum, { findings, suppressed }) => ({
      error: sum.error + findings.error,
      warning: sum.warning + findings.warning,
      note: sum.note + findings.note,
      none: sum.none + findings.none,
      suppressed: sum.suppressed + suppressed,
    }),
    { error: 0, warning: 0, note: 0, none: 0, suppressed: 0 },
  );
}

/** The tools of the reports, sorted and without repeats. */
export function scanTools(reports: readonly ScanReport[]): readonly string[] {
  return [...new Set(reports.map((report) => `${report.tool} ${report.toolVersion}`))].toSorted();
}
