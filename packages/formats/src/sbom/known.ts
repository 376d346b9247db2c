// SPDX-License-Identifier: Apache-2.0

const nothing = /^(?:noassertion|none|unknown|n\/a|null|undefined|-|\?)$/i;

/** Text that says something; null for the ways in which formats and tools say that they do not know. */
export function known(text: string | null): string | null {
  return text === null || nothing.test(text) ? null : text;
}
