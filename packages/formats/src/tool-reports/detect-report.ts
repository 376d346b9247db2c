// SPDX-License-Identifier: Apache-2.0
import type { TextFault } from '../imports/text-fault.ts';
import { describeShape } from './report-shape/describe-shape.ts';
import { shapeOfReport } from './report-shape/shape-of-report.ts';
import type { ReportParser, ReportShape } from './report-parser.ts';

/** As much of a file as is looked at first, in bytes. */
export const headBytes = 1_048_576;

export type DetectedReport =
  | { readonly state: 'known'; readonly parser: ReportParser }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * The one parser whose reports look like this, by content and never by name. Bytes are UTF-8 without a mark (`asUtf8`);
 * `isWhole` false: they are the first mebibyte of a longer file. A file that is none is told what it looks like.
 */
export function detectReport(bytes: Uint8Array, isWhole: boolean, parsers: readonly ReportParser[]): DetectedReport {
  if (bytes.length > headBytes) {
    const early = detectReport(bytes.subarray(0, headBytes), false, parsers);
    if (early.state === 'known' || !isWhole) return early;
  }
  const shaped = shapeOfReport(bytes, isWhole);
  if (shaped.state === 'failed') {
    const { fault } = shaped;
    return { state: 'failed', fault: { ...fault, because: `not a format I know: ${fault.because}` } };
  }
  const fitting = parsers.filter(({ recognise }) => recognise(shaped.shape));
  const [parser] = fitting;
  if (parser !== undefined && fitting.length === 1) return { state: 'known', parser };
  const because =
    parser === undefined
      ? `not a format I know: ${describeShape(shaped.shape)}${hintFor(shaped.shape)}`
      : `it could be of several formats (${fitting.map(({ title }) => title).join(', ')}): name the one`;
  return { state: 'failed', fault: { code: 'unknown-format', because, line: 1, column: 1 } };
}

/** Many tools write an empty list when they find nothing, and it does not say which tool. */
function hintFor(shape: ReportShape): string {
  if (shape.syntax !== 'json' || typeof shape.sample !== 'object' || Object.keys(shape.sample ?? {}).length > 0)
    return '';
  return '. Such a report names no tool: say which one wrote it, or let it write SARIF';
}
