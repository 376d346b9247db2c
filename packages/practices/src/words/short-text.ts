// SPDX-License-Identifier: Apache-2.0
import { oneLine } from '@plumbline/core/answers/one-line';

/** Text of a repository or report inside a reason of one line: folded, and cut to `charactersMax` (80 unless told). */
export function shortText(text: string, charactersMax = 80): string {
  return oneLine(text, charactersMax);
}
