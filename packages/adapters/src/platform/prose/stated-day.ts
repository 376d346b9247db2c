// SPDX-License-Identifier: Apache-2.0

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const day = String.raw`(\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?[ -][A-Z][a-z]{2,8}\.?,?[ -]\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})`;
const between = String.raw`[\s:*_|=]{1,12}(?:on |at |in |date[\s:*_|]{0,6})?['"]?`;
const reviewed = new RegExp(
  String.raw`(?:last[- _]?reviewed|reviewed|last review|date of review)${between}${day}`,
  'iu',
);
const changed = new RegExp(
  String.raw`(?:last[- _]?(?:updated|modified|changed|revised|edited)|updated|revised|(?:^|[\n*|_-])\s{0,3}date)${between}${day}`,
  'iu',
);

const headMax = 200_000;

/** The days that a document itself states: of its last review, and of its last change. ISO days. */
export function statedDay(text: string): { readonly reviewedOn: string | null; readonly changedOn: string | null } {
  const head = text.slice(0, headMax);
  return { reviewedOn: isoDay(reviewed.exec(head)?.[1] ?? ''), changedOn: isoDay(changed.exec(head)?.[1] ?? '') };
}

/** `2026-01-31`, `31 Jan 2026`, `January 31st, 2026`, `20260131` as an ISO day; null for what is none. */
export function isoDay(written: string): string | null {
  const [, year, month, date] = /^(\d{4})-?(\d\d)-?(\d\d)(?:$|[T ])/u.exec(written) ?? [];
  if (year !== undefined) return real(`${year}-${month}-${date}`);
  const [, first, firstWord, firstYear] =
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z.]*,?[ -](\d{4})$/iu.exec(written) ?? [];
  if (first !== undefined) return named(first, firstWord, firstYear);
  const [, word, second, secondYear] = /^([a-z]{3})[a-z.]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(written) ?? [];
  return named(second, word, secondYear);
}

function named(date: string | undefined, word: string | undefined, year: string | undefined): string | null {
  const month = months.indexOf((word ?? '').toLowerCase()) + 1;
  if (month === 0 || date === undefined || year === undefined) return null;
  return real(`${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`);
}

function real(iso: string): string | null {
  const time = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) ? iso : null;
}
