// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import { shortText } from './short-text.ts';

/** Why an imported report does not count, and what would make it count. */
export type Unbound = { readonly because: string; readonly resolve: string };

/** What a report must be about: the full commit that is assessed, and the end of the day as of which. */
export type BoundTo = { readonly commit: string | undefined; readonly asOf: string };

/**
 * What keeps an imported report from counting (DESIGN §2.6): an empty report is evidence only with proof that a known
 * version of a tool ran to its end on the assessed commit. Null: it counts.
 */
export function whyUnbound(report: ImportBinding, { commit, asOf }: BoundTo): Unbound | null {
  const file = shortText(report.file);
  if (report.tool === null || report.toolVersion === null)
    return {
      because: `${file} does not name its tool and version`,
      resolve: 'Let the tool write its name and version into the report',
    };
  if (report.completed === null)
    return {
      because: `${file} does not say that the run came to its end`,
      resolve: 'Let the report say that the run was successful (SARIF: invocations[].executionSuccessful)',
    };
  if (!report.completed)
    return { because: `${file} is of a run that failed`, resolve: 'Run the tool to its end and pass the new report' };
  if (report.commit === null)
    return {
      because: `${file} does not name the commit that it is about`,
      resolve: 'Let the report name its commit (SARIF: versionControlProvenance[].revisionId)',
    };
  if (commit === undefined || report.commit.toLowerCase() !== commit.toLowerCase())
    return {
      because: `${file} is about commit ${report.commit.slice(0, 12)}, not about the assessed one`,
      resolve: 'Pass a report of the assessed commit',
    };
  if (report.finishedAt !== null && !(Date.parse(report.finishedAt) <= Date.parse(asOf)))
    return {
      because: `${file} is of a run that ended after ${asOf.slice(0, 10)}`,
      resolve: 'Assess as of a later day',
    };
  return null;
}

/** Parts reports into those that count and the reasons why the others do not. */
export function boundReports<R extends ImportBinding>(
  reports: readonly R[],
  to: BoundTo,
): { readonly bound: readonly R[]; readonly unbound: readonly Unbound[] } {
  return {
    bound: reports.filter((report) => whyUnbound(report, to) === null),
    unbound: reports.flatMap((report) => whyUnbound(report, to) ?? []),
  };
}
