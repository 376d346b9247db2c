// SPDX-License-Identifier: Apache-2.0
import type { KnownExploited } from './parse-kev.ts';

/** The catalog in CISA's JSON, with as much of each entry as is kept; it comes back the same when it is parsed. */
export function renderKev(entries: readonly KnownExploited[], releasedAt: string): string {
  return JSON.stringify({
    title: 'Known exploited vulnerabilities, after the catalog of CISA',
    catalogVersion: releasedAt.slice(0, 10).replaceAll('-', '.'),
    dateReleased: releasedAt,
    count: entries.length,
    vulnerabilities: entries.map(({ cve, addedOn, dueOn, ransomware }) => ({
      cveID: cve,
      ...(addedOn === null ? {} : { dateAdded: addedOn }),
      ...(dueOn === null ? {} : { dueDate: dueOn }),
      knownRansomwareCampaignUse: ransomware ? 'Known' : 'Unknown',
    })),
  });
}
