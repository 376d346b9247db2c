// SPDX-License-Identifier: Apache-2.0
import type { Framework } from '../catalog/framework.ts';
import type { Assessment } from './assessment.ts';

/** What reports say of a framework; one without a version of its own goes by its day of publication. */
export function assessedCatalog({ id, version, published, title, status }: Framework): Assessment['catalog'] {
  return { id, version: version ?? published, title, status };
}
