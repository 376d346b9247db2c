// SPDX-License-Identifier: Apache-2.0

const digest = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}|sha(?:1|256|384|512)[-:].*)$/i;
const uuid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
/** Words of another language. */
const notAscii = /[^\x21-\x7e]/;
/** Addresses, paths, references, formats, calls, markup, selectors. */
const structure =
  /:\/\/|^[./~@#$%&*+?!|\\(){}[\]-]|[\\(){}[\];,|&<>^]|=.|^[A-Za-z]:|\/.*\/|^\w+[./]\w+$|^\w+(?:\.\w+)+$/;

/**
 * Whether a value is made of words (`reset_password_token`, `Basic-Auth2`), or is an identifier, a digest, an address or a
 * reference: then it names a secret, or something else, and is none. Passwords of one kind of letters fall out as well: in
 * doubt nothing is reported, because a list of false alarms is not read.
 */
export function looksLikeWords(value: string): boolean {
  if (notAscii.test(value) || digest.test(value) || uuid.test(value) || structure.test(value)) return true;
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  if (kinds < 2 || !/[0-9]/.test(value)) return true;
  const wordy = value.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).filter((part) => part.length >= 4);
  const inWords = wordy.filter((part) => isPronounceable(part)).join('').length;
  return inWords * 2 > value.length;
}

/** A word has vowels, and not many consonants in a row. */
function isPronounceable(part: string): boolean {
  const vowels = part.match(/[aeiouy]/gi)?.length ?? 0;
  return vowels * 5 >= part.length && !/[^aeiouy]{5}/i.test(part) && !/[a-z][A-Z][a-z]?[A-Z]/.test(part);
}
