// SPDX-License-Identifier: Apache-2.0

export type PnpmLine = { readonly level: number; readonly name: string; readonly value: string };

/** A line of pnpm-lock.yaml that opens or sets a member, two spaces a level; null for any other. Quotes are taken off. */
export function pnpmLine(line: string): PnpmLine | null {
  const [, spaces = '', key = '', value = ''] =
    /^((?: {2})*)('[^']*'|"[^"]*"|[^\s'"#][^:]*(?::[^\s:][^:]*)*):(?: (.*))?$/u.exec(line) ?? [];
  return key === '' ? null : { level: spaces.length / 2, name: unquoted(key), value: unquoted(value) };
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed[0];
  return (quote === "'" || quote === '"') && trimmed.endsWith(quote) && trimmed.length > 1
    ? trimmed.slice(1, -1)
    : trimmed;
}
