// SPDX-License-Identifier: Apache-2.0

/** Text of a repository or report for a reason of one line: white space folded, cut to `charactersMax` (80 unless told). */
export function shortText(text: string, charactersMax = 80): string {
  const folded = text
    .slice(0, charactersMax * 4)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return folded.length > charactersMax ? `${folded.slice(0, charactersMax - 1)}…` : folded;
}
