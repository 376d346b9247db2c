// SPDX-License-Identifier: Apache-2.0
import type { ForgeHome } from '@plumbline/core/roadmap/patch';

/** Where a finder reports in private on the forge; null where the forge has no such place. */
export function privateReportUrl(home: ForgeHome | null): string | null {
  if (home?.forge === 'github') return `https://${home.host}/${home.owner}/${home.name}/security/advisories/new`;
  if (home?.forge === 'gitlab')
    return `https://${home.host}/${home.owner}/${home.name}/-/issues/new?issue[confidential]=true`;
  return null;
}
