// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import { shortText } from '../words/short-text.ts';

/** Why an imported report does not count, and what would make it count. */
export type Unbound = { readonly because: string; readonly resolve: string };

/**
 * What a report must be about: the full commit that is assessed, and the end of the day as of which. `dirty`: the files
 * are those of a work tree that differs from the commit, so that nothing about the commit is about them.
 */
export type BoundTo = { readonly commit?: string | undefined; readonly dirty?: true; readonly asOf: string };

/**
 * What keeps an imported report from counting (DESIGN §2.6): an empty report is evidence only with proof that a known
 * version of a tool ran to its end on the assessed commit. Null: it counts.
 */
export function whyUnbound(report: ImportBinding, to: BoundTo): Unbound | null {
  const file = shortText(report.file);
  if (report.completed === false) return whyNotAbout(report, to);
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
  return whyNotAbout(report, to);
}

/**
 * What keeps a document, such as a bill of materials or a statement, from being about the assessed commit. Unlike the
 * report of a run, it exists only because its tool came to the end. Null: it is about the commit.
 */
export function whyNotAbout(document: ImportBinding, { commit, dirty, asOf }: BoundTo): Unbound | null {
  const file = shortText(document.file);
  if (document.completed === false)
    return { because: `${file} is of a run that failed`, resolve: 'Run the tool to its end and pass what it writes' };
  if (document.commit === null)
    return {
      because: `${file} does not name the commit that it is about`,
      resolve: 'Let it name its commit (SARIF: versionControlProvenance[].revisionId)',
    };
  if (!isSameCommit(document.commit, commit))
    return {
      because: `${file} is about commit ${shortText(document.commit)}, not about the assessed one`,
      resolve: 'Pass one of the assessed commit',
    };
  if (dirty === true)
    return {
      because: `${file} is about the commit; the work tree that is assessed differs from it`,
      resolve: 'Commit what was changed, let the tool run again, and pass what it writes',
    };
  if (document.finishedAt !== null && !(Date.parse(document.finishedAt) <= Date.parse(asOf)))
    return { because: `${file} was made after ${asOf.slice(0, 10)}`, resolve: 'Assess as of a later day' };
  return null;
}

/** Whether two full commit ids are the same; an abbreviated or missing one is not. */
export function isSameCommit(one: string | null | undefined, other: string | null | undefined): boolean {
  return one !== null && one !== undefined && one.length >= 40 && one.toLowerCase() === other?.toLowerCase();
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
