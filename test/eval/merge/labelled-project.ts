// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { contextAt, type ContextOf } from '@plumbline/findings/identity/source-context';
import type { Import } from '@plumbline/findings/lifecycle/import';
import { readReport } from '@plumbline/formats/tool-reports/read-report';

/** Results that a person calls one thing, or over which people disagree, as references (`referenceOf`). */
type Labels = {
  readonly project: string;
  readonly commit: string;
  readonly issues: readonly { readonly issue: string; readonly results: readonly string[] }[];
  readonly doubtful: readonly { readonly because: string; readonly results: readonly string[] }[];
};

export type LabelledProject = {
  readonly name: string;
  readonly labels: Labels;
  readonly imports: readonly Import[];
  readonly contextOf: ContextOf;
};

/** How labels name a result: `bandit B608 app/app.py:261`, `osv-scanner PYSEC-2023-74 requests`. */
export function referenceOf(tool: string, { rule, places, component }: ToolResult): string {
  const place = places?.[0];
  const where = component === undefined ? `${place?.path ?? ''}:${place?.startLine ?? ''}` : component.name;
  return `${tool.toLowerCase()} ${rule} ${where}`;
}

const root = new URL('./', import.meta.url);
const notReports = new Set(['labels.json', 'context.json']);

export async function labelledProjects(): Promise<readonly LabelledProject[]> {
  const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Promise.all(names.map(({ name }) => labelledProject(name)));
}

async function labelledProject(name: string): Promise<LabelledProject> {
  const folder = new URL(`${name}/`, root);
  const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
  const labels = json<Labels>('labels.json');
  const files = readdirSync(folder).filter((file) => !notReports.has(file));
  const imports = await Promise.all(files.map((file) => importOf(new URL(file, folder), labels.commit)));
  return { name, labels, imports, contextOf: contextsIn(json('context.json')) };
}

async function importOf(file: URL, commit: string): Promise<Import> {
  const bytes = readFileSync(file);
  const results: ToolResult[] = [];
  const source = { size: bytes.length, open: async function* open() { yield bytes; } };
  const read = await readReport(source, (result) => results.push(result));
  if (read.state === 'failed') throw new Error(`${file.pathname}: ${read.fault.because}`);
  const [run] = read.runs;
  if (run === undefined || read.runs.length > 1) throw new Error(`${file.pathname}: ${read.runs.length} runs`);
  return {
    report: file.pathname.slice(root.pathname.length),
    run: 0,
    tool: run.tool,
    toolVersion: run.toolVersion,
    purposes: run.purposes,
    commit,
    seenAt: '2026-11-23T00:00:00Z',
    completed: true,
    paths: null,
    rules: null,
    results,
  };
}

type Lines = { readonly [path: string]: { readonly [line: string]: string } };

/** Lines whose names were replaced: what two lines have in common stays. */
const contextsIn =
  (files: Lines): ContextOf =>
  (place) => {
    const lines = files[place.path];
    if (lines === undefined) return null;
    const last = Math.max(...Object.keys(lines).map(Number));
    const whole = Array.from({ length: last }, (_, index) => lines[String(index + 1)] ?? '');
    return contextAt(whole, place);
  };
