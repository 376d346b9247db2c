// SPDX-License-Identifier: Apache-2.0
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { TextFault } from '../imports/text-fault.ts';
import type { JsonValue } from '../json/json-value.ts';

/**
 * What a file looks like, from which every parser tells whether the file is its own. `sample` of JSON is the document with
 * lists cut to their first three elements, objects to their first 200 members, texts to 200 characters and depth to six; of
 * JSON lines it is the list of the first three values. `root` of XML is the root element's name without prefix.
 */
export type ReportShape =
  | { readonly syntax: 'json' | 'json-lines'; readonly sample: JsonValue }
  | {
      readonly syntax: 'xml';
      readonly root: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** Names of the first hundred different elements below the root, without prefixes. */
      readonly elements: readonly string[];
    }
  | { readonly syntax: 'csv'; readonly header: readonly string[] }
  | { readonly syntax: 'text'; readonly lines: readonly string[] };

/** A file that can be read again from its start, in parts of any size. `size` in bytes. */
export type ReportSource = { readonly size: number; readonly open: () => AsyncIterable<Uint8Array> };

/** Receives the results one by one, so that no more than one need be held. */
export type TakeResult = (result: ToolResult, run: number) => void;

/** The runs of a report in the order of their numbers; or why it cannot be read at all. */
export type ReadReport =
  | { readonly state: 'parsed'; readonly runs: readonly ToolReport[] }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * Reads the reports of one tool (or standard). Bytes in, values out; what is hostile or broken becomes a problem of the run
 * or a fault, never a throw. `recognise` is true for its own files only, by what is there and not by what is missing (the
 * head of a file is shown first): two parsers never recognise the same shape. `parse` gets UTF-8 without a byte order mark.
 */
export type ReportParser = {
  /** Name of its folder. */
  readonly id: string;
  /** For messages: `Semgrep JSON`. */
  readonly title: string;
  readonly recognise: (shape: ReportShape) => boolean;
  readonly parse: (bytes: Uint8Array, take: TakeResult) => ReadReport;
  /** The same for a file that is not held in memory; absent where reports of that size do not come up. */
  readonly stream?: (open: ReportSource['open'], take: TakeResult) => Promise<ReadReport>;
};
