// SPDX-License-Identifier: Apache-2.0
/**
 * How CODEOWNERS names an author: the handle that a forge's noreply address tells, else the address. Null for bots and
 * for what is no plain address: a commit can claim any text, and this one goes into a file that grants power.
 */
export function ownerOf(address: string): string | null {
  if (/\[bot\]|^bot@|noreply@github\.com$/i.test(address)) return null;
  const [, handle] =
    /^(?:\d+[+-])?([A-Za-z0-9][A-Za-z0-9-]*)@(?:users\.noreply\.(?:github|gitlab)\.com|noreply\.codeberg\.org)$/.exec(
      address,
    ) ?? [];
  if (handle !== undefined) return `@${handle}`;
  return /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/.test(address) ? address.toLowerCase() : null;
}
