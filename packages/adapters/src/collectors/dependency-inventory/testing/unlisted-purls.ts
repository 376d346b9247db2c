// SPDX-License-Identifier: Apache-2.0
import { collectInventory, purlsIn } from './collect-inventory.ts';
import { type Files, lockedTree } from './graph-lines.ts';

/** Components that the inventory has and a bill of the same lockfiles lacks. */
export async function unlistedPurls(files: Files): Promise<readonly string[]> {
  const { lockfiles } = await lockedTree(files);
  const listed = new Set(lockfiles.flatMap(({ packages }) => packages.map(({ purl }) => purl)));
  const inventory = purlsIn(await collectInventory(files)).map((purl) => purl.replace(' (no hash)', ''));
  return inventory.filter((purl) => !listed.has(purl));
}
