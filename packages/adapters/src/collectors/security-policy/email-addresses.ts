// SPDX-License-Identifier: Apache-2.0

const local = String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}`;
const domain = String.raw`[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}`;
const plain = new RegExp(String.raw`(?<![\p{L}\p{N}._%+/@-])${local}@${domain}`, 'giu');

const at = String.raw`(?:\s{0,2}[([{<]\s?(?:at|@)\s?[)\]}>]\s{0,2}|\s{1,2}(?:at|AT)\s{1,2}|\s?&#(?:64|x40);\s?|\s@\s)`;
const dot = String.raw`(?:\s{0,2}[([{<]\s?(?:dot|\.)\s?[)\]}>]\s{0,2}|\s{1,2}(?:dot|DOT)\s{1,2}|\.)`;
const hidden = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63})${at}([\p{L}\p{N}-]{1,63}(?:${dot}[\p{L}\p{N}-]{1,63}){1,4})`,
  'giu',
);
const hiddenDot = new RegExp(dot, 'giu');

/** An address of a passage's text in its usual form, lower-case, with where it stands. */
export type EmailAddress = { readonly address: string; readonly offset: number };

/** Addresses as written, and those hidden from robots: `security at example dot org`, `security [at] example.org`. */
export function emailAddresses(text: string): readonly EmailAddress[] {
  const found: EmailAddress[] = [...text.matchAll(plain)].map((match) => ({
    address: match[0].toLowerCase(),
    offset: match.index,
  }));
  for (const match of text.matchAll(hidden)) {
    const [whole, name = '', host = ''] = match;
    const written = host.replaceAll(hiddenDot, '.').toLowerCase();
    // "reports at example.org" is a place: a spelled-out "at" needs a spelled-out dot, a bracket does not.
    const spelled = /\sat\s/iu.test(whole) && !/[([{<&]/u.test(whole.slice(name.length, name.length + 4));
    if (spelled && !/\sdot\s|[([{<]\s?dot/iu.test(whole)) continue;
    if (/\.[a-z]{2,}$/u.test(written)) found.push({ address: `${name.toLowerCase()}@${written}`, offset: match.index });
  }
  return found.filter(({ address }) => /\.\p{L}{2,}$/u.test(address));
}
