// SPDX-License-Identifier: Apache-2.0
import { jsonReport } from '../json-report.ts';
import { installedVersions, npmAdvisories, npmAdvisoryResult, passedOnBy } from '../npm-advisory/npm-advisory.ts';
import type { ReportParser } from '../report-parser.ts';

/** `pnpm audit --json`: one result for an advisory and an installed version. */
export const pnpmAuditReport: ReportParser = jsonReport({
  id: 'pnpm-audit',
  title: 'pnpm audit JSON',
  keep: { advisories: 'all', metadata: { vulnerabilities: {} } },
  recognise: ([report]) => passedOnBy(report) === 'pnpm',
  read: ({ values: [report], give }) => {
    const advisories = npmAdvisories(report);
    if (advisories === null) return null;
    for (const advisory of advisories) {
      const versions = installedVersions(advisory);
      for (const version of versions.length === 0 ? [null] : versions) {
        const result = npmAdvisoryResult(advisory, version);
        if (result !== null) give(result);
      }
    }
    return { tool: 'pnpm audit', purposes: ['sca'] };
  },
});
