// SPDX-License-Identifier: Apache-2.0
import type { GivenResult } from '../create-result.ts';
import { SiteInstances, siteOf } from '../site-instances.ts';

/** What Nikto says of one address, whichever way the report was written. */
export type NiktoItem = {
  readonly id: string | null;
  readonly osvdb: string | null;
  readonly method: string | null;
  readonly says: string | null;
  readonly url: string | null;
  readonly help: string | null;
};

/**
 * One result for what Nikto says with the same words of a site, with the addresses of which it says it; or, where it says it of
 * addresses one by one (`isByAddress`), of each address.
 */
export function giveNiktoItems(
  items: readonly NiktoItem[],
  give: (result: GivenResult) => void,
  isByAddress: boolean,
): void {
  const found = new SiteInstances();
  for (const { id, osvdb, method, says, url, help } of items)
    found.add(
      isByAddress ? [says, url, method] : [says, siteOf(url)],
      {
        kind: 'dynamic',
        rule: id ?? 'unnamed',
        title: says,
        severity: 'unrated',
        fingerprints: { osvdb: osvdb === '0' ? null : osvdb },
        help,
      },
      [url === null ? null : { url, method }],
    );
  found.giveTo(give);
}
