// SPDX-License-Identifier: Apache-2.0
import { oneLine } from '@plumbline/core/answers/one-line';

/** The longest that a quoted text is shown: paths, references and file names of real repositories are shorter. */
const quotedMax = 400;

/** Text of a repository or report inside a reason of one line: folded, and bounded against what is hostile. */
export function shortText(text: string): string {
  return oneLine(text, quotedMax);
}
