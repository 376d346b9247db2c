// SPDX-License-Identifier: Apache-2.0
import { shortText } from './short-text.ts';

/** Names for a reason of one line: at most `most` (3 unless told), then how many more there are. */
export function nameSome(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => shortText(name));
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
