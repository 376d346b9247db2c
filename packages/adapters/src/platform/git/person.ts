// SPDX-License-Identifier: Apache-2.0

/** Somebody as a commit, a tag or a trailer names them. The address is in lower case; either part may be empty. */
export type Person = { readonly name: string; readonly email: string };

/** Reads `Name <address>` and drops what follows. */
export function parsePerson(text: string): Person {
  const open = text.indexOf('<');
  if (open < 0) return { name: text.trim(), email: '' };
  const close = text.indexOf('>', open);
  const email = text.slice(open + 1, close < 0 ? undefined : close);
  return { name: text.slice(0, open).trim(), email: email.trim().toLowerCase() };
}

/** Seconds since the epoch at the end of an author, committer or tagger line; null when there are none. */
export function secondsOf(line: string): number | null {
  const found = /> (?<seconds>-?\d{1,15}) [+-]\d{1,6}$/u.exec(line)?.groups?.['seconds'];
  return found === undefined ? null : Number(found);
}

/** Same address, or same name: people have several addresses, and counting one person twice would invent a second one. */
export function isSamePerson(a: Person, b: Person): boolean {
  if (a.email !== '' && a.email === b.email) return true;
  return a.name !== '' && normalized(a.name) === normalized(b.name);
}

function normalized(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s._-]+/gu, ' ')
    .replace(/^@/u, '');
}
