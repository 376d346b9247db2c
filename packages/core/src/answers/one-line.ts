// SPDX-License-Identifier: Apache-2.0

// White space, control characters (a terminal would obey them) and marks that reverse the direction of text.
const breaking = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Text that may come from a hostile repository as one line of at most `charactersMax` (40 or more): white space and
 * control characters folded to one space. What is longer is cut and says how much is left out; a bound is against
 * hostile text and leaves whole what people write.
 */
export function oneLine(text: string, charactersMax: number): string {
  const folded = text
    .slice(0, charactersMax * 4)
    .replaceAll(breaking, ' ')
    .trim();
  if (folded.length <= charactersMax) return folded;
  const kept = folded.slice(0, charactersMax - noteMax);
  return `${kept} [${text.length - kept.length} characters more]`;
}

/** ` [1234567890 characters more]` */
const noteMax = 30;
