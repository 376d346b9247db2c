// SPDX-License-Identifier: Apache-2.0

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
