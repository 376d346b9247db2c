// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import type { GivenResult } from '../create-result.ts';
import { SiteInstances, siteOf } from '../site-instances.ts';

/** One thing that Wapiti found, whichever way the report was written. `text`: one of its members by name. */
export type WapitiEntry = {
  readonly category: string;
  readonly description: string | null;
  readonly solution: string | null;
  /** Titles, such as `CWE-530: Exposure of Backup File …`. */
  readonly references: readonly string[];
  readonly text: (member: string) => string | null;
};

/** `level`: Wapiti's `INFO_LEVEL` 0 to `CRITICAL_LEVEL` 4. */
const severities: { readonly [level: string]: Severity } = {
  '0': 'none',
  '1': 'low',
  '2': 'medium',
  '3': 'high',
  '4': 'critical',
};

/** One result for what Wapiti says with the same words of the scanned site, with the addresses at which it says it. */
export function giveWapitiEntries(
  entries: readonly WapitiEntry[],
  target: string | null,
  give: (result: GivenResult) => void,
): void {
  const found = new SiteInstances();
  const site = siteOf(target);
  for (const { category, description, solution, references, text } of entries) {
    const level = text('level') ?? '';
    const path = text('path');
    const url =
      path === null || /^https?:/i.test(path) ? path : site === null ? null : `${site}/${path.replace(/^\/+/, '')}`;
    found.add(
      [category, text('info'), level],
      {
        kind: 'dynamic',
        rule: category,
        title: `${category}: ${text('info') ?? ''}`,
        message: [description, solution].filter((part) => part !== null).join('\n'),
        severity: Object.hasOwn(severities, level) ? (severities[level] ?? 'unrated') : 'unrated',
        reportedSeverity: level,
        weaknesses: references.filter((title) => title.startsWith('CWE-')),
      },
      [url === null ? null : { url, method: text('method'), parameter: nameIn(text('parameter')) }],
    );
  }
  found.giveTo(give);
}

/** Wapiti writes the whole query, `name=value&…`: names only, values may be secrets. */
function nameIn(parameter: string | null): string | null {
  const names =
    parameter
      ?.slice(0, 2000)
      .split('&')
      .map((pair) => pair.split('=')[0] ?? '') ?? [];
  return names.filter((name) => name !== '').join('&') || null;
}
