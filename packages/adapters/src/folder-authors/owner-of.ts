// SPDX-License-Identifier: Apache-2.0
/**
 * How CODEOWNERS names an author: the handle that a forge's noreply address tells, else the address. Null for bots and
 * for what is no address.
 */
export function ownerOf(address: string): string | null {
  if (/\[bot\]|^bot@|noreply@github\.com$/i.test(address)) return null;
  const [, handle] =
    /^(?:\d+[+-])?([A-Za-z0-9][A-Za-z0-9-]*)@users\.noreply\.(?:github|gitlab)\.com$/.exec(address) ?? [];
  if (handle !== undefined) return `@${handle}`;
  return /^[^\s@#\\]+@[^\s@#\\]+$/.test(address) ? address.toLowerCase() : null;
}
