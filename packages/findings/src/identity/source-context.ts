// SPDX-License-Identifier: Apache-2.0
import type { CodePlace } from '@plumbline/core/findings/tool-result';

/** The lines of a place as they are in the scanned sources, and up to three on each side. */
export type SourceContext = {
  readonly before: readonly string[];
  /** At least one; of a long place the first `ownLinesMax` suffice. */
  readonly own: readonly string[];
  readonly after: readonly string[];
};

export const neighboursMax = 3;
export const ownLinesMax = 8;

/** Reads around a place of the scanned commit; null when the file is not there, is no text or has no such line. */
export type ContextOf = (place: CodePlace, commit: string | null) => SourceContext | null;

/** Cuts the context of a place out of the lines of its file (`text.split('\n')`); null for a line that it does not have. */
export function contextAt(lines: readonly string[], { startLine, endLine }: CodePlace): SourceContext | null {
  if (startLine === undefined || startLine > lines.length) return null;
  const first = startLine - 1;
  const end = Math.min(Math.max(endLine ?? startLine, startLine), first + ownLinesMax, lines.length);
  return {
    before: lines.slice(Math.max(0, first - neighboursMax), first),
    own: lines.slice(first, end),
    after: lines.slice(end, end + neighboursMax),
  };
}
