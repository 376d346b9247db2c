// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { PlannedTool } from '@plumbline/engine/scan/planned-tool';
import type { Scanned } from '@plumbline/engine/scan/run-scan';
import type { ScanToolView, ScanView } from '@plumbline/reports/scan/scan-view';
import { version } from '../version.ts';

/** What a scan would do. */
export function planView(plan: readonly PlannedTool[], repository: OpenRepository): ScanView {
  return viewOf(
    repository,
    new Date().toISOString(),
    plan.map((tool) => toolView(tool, null)),
  );
}

/** What a scan did. */
export function scanView(plan: readonly PlannedTool[], scanned: Scanned, repository: OpenRepository): ScanView {
  return viewOf(
    repository,
    scanned.entry.startedAt,
    plan.map((tool) => toolView(tool, scanned)),
  );
}

type OpenRepository = { readonly snapshot: RepositorySnapshot; readonly staged?: true };

function viewOf({ snapshot, staged }: OpenRepository, startedAt: string, tools: readonly ScanToolView[]): ScanView {
  const { uri, commit, dirty } = snapshot;
  const subject = { uri, commit: commit === '' ? null : commit, dirty: dirty === true };
  return {
    version,
    subject: staged === true ? { ...subject, staged } : subject,
    startedAt,
    tools,
  };
}

function toolView(tool: PlannedTool, scanned: Scanned | null): ScanToolView {
  const { id, tool: name, title, purposes } = tool.scanner;
  const common = { id, tool: name, title, purposes, asked: tool.asked };
  switch (tool.state) {
    case 'missing':
      return { ...common, state: 'missing', because: tool.because, resolve: tool.resolve };
    case 'refused':
      return { ...common, state: 'did-not-run', because: tool.because, resolve: tool.resolve };
    case 'not-applicable':
    case 'left-out':
      return { ...common, state: tool.state, because: tool.because };
    case 'runs':
      break;
  }
  if (scanned === null) return { ...common, state: 'will-run', because: tool.because, version: tool.version };
  const kept = scanned.kept.find(({ scanner }) => scanner === id);
  const [run, ...others] = kept?.entry.runs ?? [];
  if (kept !== undefined && run !== undefined)
    return { ...common, state: 'ran', because: tool.because, runs: [run, ...others], command: kept.command };
  const because = scanned.entry.runs.flatMap((one) => (one.tool === name && !one.ran ? [one.because] : []));
  return { ...common, state: 'did-not-run', because: because[0] ?? 'it said nothing', resolve: null };
}
