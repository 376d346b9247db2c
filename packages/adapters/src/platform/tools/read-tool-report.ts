// SPDX-License-Identifier: Apache-2.0
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { CodePlace, ToolResult } from '@plumbline/core/findings/tool-result';
import { createToolReport } from '@plumbline/formats/tool-reports/create-tool-report';
import { readReport } from '@plumbline/formats/tool-reports/read-report';
import { detectReport } from '@plumbline/formats/tool-reports/detect-report';
import { allReportParsers } from '@plumbline/formats/generated/report-parsers';
import type { ToolSpec } from './tool-spec.ts';

export type ReadToolReport =
  | { readonly state: 'read'; readonly report: ToolReport }
  | { readonly state: 'failed'; readonly because: string };

type Reading = { readonly tree: string; readonly take: (result: ToolResult) => void };

/**
 * Reads what a tool wrote, as its own format and nothing else. Several runs in one report are one: all must be whole.
 * Paths below `tree` become relative to it.
 */
export async function readToolReport(
  bytes: Uint8Array,
  { tool, format, silentWhenClean }: Pick<ToolSpec, 'tool' | 'format' | 'silentWhenClean'>,
  { tree, take }: Reading,
): Promise<ReadToolReport> {
  if (bytes.length === 0 && silentWhenClean === true)
    return { state: 'read', report: createToolReport({ format, tool, problems: [] }) };
  if (bytes.length === 0) return { state: 'failed', because: `${tool} wrote an empty report` };
  const detected = detectReport(bytes, true, allReportParsers);
  if (detected.state === 'known' && detected.parser.id !== format)
    return { state: 'failed', because: `${tool} wrote a report of another format: ${detected.parser.title}` };
  const source = { size: bytes.length, open: () => once(bytes) };
  const read = await readReport(source, (result) => take(relativeTo(tree, result)), { format });
  if (read.state === 'failed') {
    const { because, line } = read.fault;
    return { state: 'failed', because: `the report of ${tool} is broken or cut off: ${because} (line ${line})` };
  }
  const report = asOne(read.runs);
  if (report === null) return { state: 'failed', because: `the report of ${tool} has no run in it` };
  return { state: 'read', report };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function asOne(runs: readonly ToolReport[]): ToolReport | null {
  const [first, ...others] = runs;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const rules = runs.flatMap((run) => run.rules ?? []);
  const ends = new Set(runs.map(({ completed }) => completed));
  return {
    ...first,
    completed: ends.has(false) ? false : ends.has(null) ? null : true,
    rules: rules.length === 0 ? null : rules.reduce((sum, count) => sum + count, 0),
    problems: runs.flatMap(({ problems }) => problems),
  };
}

/** Parsers take a leading slash off, so a place is below the folder's path without it. */
function relativeTo(tree: string, result: ToolResult): ToolResult {
  if (tree === '') return result;
  const { places, component, message, title } = result;
  const [first, ...others] = places ?? [];
  return {
    ...result,
    title: withoutFolder(tree, title),
    ...(message === undefined ? {} : { message: withoutFolder(tree, message) }),
    ...(first === undefined ? {} : { places: [placeIn(tree, first), ...others.map((place) => placeIn(tree, place))] }),
    ...(component?.path === undefined ? {} : { component: { ...component, path: pathIn(tree, component.path) } }),
  };
}

const placeIn = (tree: string, place: CodePlace): CodePlace => ({ ...place, path: pathIn(tree, place.path) });

/** Also where a tool tells its places from a folder above: the last part of `tree` is a random name. */
function pathIn(tree: string, path: string): string {
  const parts = tree.replaceAll('\\', '/').split('/');
  for (let from = 1; from <= parts.length - 1; from += 1) {
    const prefix = `${parts.slice(from).join('/')}/`;
    if (path.startsWith(prefix)) return path.slice(prefix.length);
  }
  return path;
}

const withoutFolder = (tree: string, text: string): string =>
  text.includes(tree) ? text.replaceAll(`${tree}/`, '').replaceAll(tree, '.') : text;
