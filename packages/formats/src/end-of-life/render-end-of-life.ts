// SPDX-License-Identifier: Apache-2.0
import type { ProductLifecycle } from '@plumbline/core/vulnerabilities/product-cycle';

/** Products in the shape of endoflife.date's API v1; they come back the same when they are parsed. */
export function renderEndOfLife(products: readonly ProductLifecycle[]): string {
  return JSON.stringify({
    schema_version: '1.2.0',
    result: products.map(({ product, aliases, cycles }) => ({
      name: product,
      aliases,
      releases: cycles.map(({ cycle, endOfLife, latest, releasedOn, codename }) => ({
        name: cycle,
        codename,
        releaseDate: releasedOn,
        ...(typeof endOfLife === 'string' ? { eolFrom: endOfLife } : { isEol: endOfLife }),
        ...(latest === null ? {} : { latest: { name: latest } }),
      })),
    })),
  });
}
