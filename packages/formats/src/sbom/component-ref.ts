// SPDX-License-Identifier: Apache-2.0

/** How a bill of materials calls a component, whichever format names it: its package URL, else name and version. */
export function componentRef(purl: string | null, name: string, version: string | null): string {
  if (purl !== null) return purl;
  return version === null ? name : `${name}@${version}`;
}
