// SPDX-License-Identifier: Apache-2.0

// White space, control characters (a terminal would obey them) and marks that reverse the direction of text.
const breaking = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Text that may come from a hostile repository as one line: white space and control characters folded to one space,
 * cut to `charactersMax` with an ellipsis.
 */
export function oneLine(text: string, charactersMax: number): string {
  const folded = text
    .slice(0, charactersMax * 4)
    .replaceAll(breaking, ' ')
    .trim();
  return folded.length > charactersMax ? `${folded.slice(0, charactersMax - 1)}…` : folded;
}
