// SPDX-License-Identifier: Apache-2.0
import { allReportParsers } from '../generated/report-parsers.ts';
import type { TextFault } from '../imports/text-fault.ts';
import { detectReport, headBytes } from './detect-report.ts';
import type { ReadReport, ReportParser, ReportSource, TakeResult } from './report-parser.ts';
import { afterLogLines } from './report-shape/after-log-lines.ts';
import { asUtf8 } from './report-shape/as-utf8.ts';

/** Up to here a report may be held whole, in bytes. Larger ones are streamed, where their format can be. */
export const wholeBytesMax = 67_108_864;

export type ReadOptions = {
  /** Id of the parser, where the person knows it: an empty list says nothing of its tool. */
  readonly format?: string;
  readonly parsers?: readonly ReportParser[];
};

/**
 * Reads a report of any known tool. The format is told by the content unless `format` names it. Memory is bounded: up to
 * 64 MiB the file is held whole, beyond that it is streamed (twice: `open` gives the bytes anew), or refused where its format
 * cannot be streamed. Results are taken one by one as they are read; when the state is `failed`, those taken before are to
 * be dropped. Lines of a log before a report are passed over.
 */
export async function readReport(
  source: ReportSource,
  take: TakeResult,
  options: ReadOptions = {},
): Promise<ReadReport> {
  const parsers = options.parsers ?? allReportParsers;
  const isLarge = source.size > wholeBytesMax;
  const bytes = await bytesOf(source, isLarge ? headBytes : wholeBytesMax);
  if (!isLarge) {
    const text = asUtf8(bytes);
    const chosen = choose(text, true, { ...options, parsers });
    return chosen.state === 'known' ? chosen.parser.parse(text, take) : (readLater(text, take, options) ?? chosen);
  }
  if (isUtf16(bytes)) return tooLarge('a report in UTF-16 of more than 64 MiB: save it as UTF-8');
  const chosen = choose(asUtf8(bytes), false, { ...options, parsers });
  if (chosen.state === 'failed') return chosen;
  const { parser } = chosen;
  if (parser.stream === undefined) return tooLarge(`${parser.title} of more than 64 MiB is not read: split it`);
  return parser.stream(() => source.open(), take);
}

/** A report that begins after lines of a log; null: there is none. Where the person names the format, nothing is passed over. */
function readLater(text: Uint8Array, take: TakeResult, { format, parsers }: ReadOptions): ReadReport | null {
  if (format !== undefined) return null;
  for (const { bytes, lines } of afterLogLines(text)) {
    const detected = detectReport(bytes, true, parsers ?? allReportParsers);
    if (detected.state === 'failed') continue;
    const read = detected.parser.parse(bytes, take);
    if (read.state === 'failed') return { state: 'failed', fault: { ...read.fault, line: read.fault.line + lines } };
    const problem = `${lines} lines before the report were passed over`;
    return { state: 'parsed', runs: read.runs.map((run) => ({ ...run, problems: [problem, ...run.problems] })) };
  }
  return null;
}

type Chosen =
  | { readonly state: 'known'; readonly parser: ReportParser }
  | { readonly state: 'failed'; readonly fault: TextFault };

function choose(
  bytes: Uint8Array,
  isWhole: boolean,
  options: Required<Pick<ReadOptions, 'parsers'>> & ReadOptions,
): Chosen {
  const { format, parsers } = options;
  if (format === undefined) return detectReport(bytes, isWhole, parsers);
  const parser = parsers.find(({ id }) => id === format);
  if (parser !== undefined) return { state: 'known', parser };
  const because = `there is no format "${format.slice(0, 40)}": known are ${parsers.map(({ id }) => id).join(', ')}`;
  return { state: 'failed', fault: { code: 'unknown-format', because, line: 1, column: 1 } };
}

/** The first bytes of a source, at most `length`. */
async function bytesOf({ open }: ReportSource, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of open()) {
    const part = chunk.subarray(0, length - total);
    chunks.push(part.slice());
    total += part.length;
    if (total >= length) break;
  }
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const tooLarge = (because: string): ReadReport => ({
  state: 'failed',
  fault: { code: 'too-large', because, line: 1, column: 1 },
});
