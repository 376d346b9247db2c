// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ReadReport, ReportParser } from '../report-parser.ts';

export type WholeReport = { readonly read: ReadReport; readonly results: readonly ToolResult[] };

/** A report with its results in a list, for tests. */
export function readWhole(parser: ReportParser, bytes: Uint8Array): WholeReport {
  const results: ToolResult[] = [];
  const read = parser.parse(bytes, (result) => results.push(result));
  return { read, results };
}

/** The same through the parser's stream, the bytes cut into parts of the given sizes in turn. */
export async function streamWhole(
  parser: ReportParser,
  bytes: Uint8Array,
  sizes: readonly number[],
): Promise<WholeReport | null> {
  const results: ToolResult[] = [];
  const read = await parser.stream?.(
    () => partsOf(bytes, sizes),
    (result) => results.push(result),
  );
  return read === undefined ? null : { read, results };
}

async function* partsOf(bytes: Uint8Array, sizes: readonly number[]): AsyncIterable<Uint8Array> {
  for (let at = 0, part = 0; at < bytes.length; part += 1) {
    const size = Math.max(1, sizes[part % sizes.length] ?? 1);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
