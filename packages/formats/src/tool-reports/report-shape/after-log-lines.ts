// SPDX-License-Identifier: Apache-2.0

/** How far into a file a report may begin, in bytes and lines, and how many beginnings are looked at. */
const bounds = { bytes: 65_536, lines: 200, starts: 5 } as const;

/** A part of a text that may be a report by itself, and how many lines stand before it. */
export type LaterStart = { readonly bytes: Uint8Array; readonly lines: number };

/**
 * Where a report may begin when a tool has printed its log, a banner or warnings into the same file: every line but the first
 * that begins as JSON or XML does. Whoever reads on there must recognise the report, up to the end of the file.
 */
export function afterLogLines(bytes: Uint8Array): readonly LaterStart[] {
  const starts: LaterStart[] = [];
  for (let at = 0, lines = 0; lines < bounds.lines && starts.length < bounds.starts;) {
    const end = bytes.subarray(at, bounds.bytes).indexOf(0x0a);
    if (end < 0) break;
    at += end + 1;
    lines += 1;
    const first = bytes[at];
    if (first === 0x7b || first === 0x5b || first === 0x3c) starts.push({ bytes: bytes.subarray(at), lines });
  }
  return starts;
}
