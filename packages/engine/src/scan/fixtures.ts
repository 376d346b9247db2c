// SPDX-License-Identifier: Apache-2.0
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ScanTarget } from '@plumbline/core/scanning/scan-target';
import type { ScanOutcome, Scanner } from '@plumbline/core/scanning/scanner';

export const signal: AbortSignal = new AbortController().signal;

export const aTarget: ScanTarget = {
  files: 3,
  languages: new Map([['Python', 3]]),
  manifests: [],
  configurations: new Map(),
  webAddresses: [],
};

export const aResult = (change: Partial<ToolResult> = {}): ToolResult => ({
  kind: 'code',
  rule: 'B602',
  title: 'shell',
  severity: 'high',
  places: [{ path: 'app.py', startLine: 3 }],
  ...change,
});

export const aReport = (change: Partial<ToolReport> = {}): ToolReport => ({
  format: 'bandit',
  tool: 'Fake tool',
  toolVersion: '3.2.1',
  purposes: ['sast'],
  commit: null,
  completed: true,
  startedAt: '2026-06-01T10:00:00Z',
  finishedAt: '2026-06-01T10:00:01Z',
  rules: null,
  databaseAt: null,
  problems: [],
  ...change,
});

/** A run that found nothing. */
export const ranClean = (change: Partial<ToolReport> = {}): ScanOutcome => ({
  ran: true,
  report: aReport(change),
  raw: new Uint8Array([1, 2, 3]),
});

export const aScanner = (id: string, change: Partial<Scanner> = {}): Scanner => ({
  id,
  title: 'nothing at all',
  tool: `Tool ${id}`,
  purposes: ['sast'],
  embedded: false,
  needs: [],
  bounds: { timeoutMs: 60_000, memoryBytesMax: 1_000_000 },
  plan: ({ files }) =>
    files === 0
      ? { state: 'not-applicable', because: 'there are no files' }
      : { state: 'applies', because: `${files} files` },
  version: () => Promise.resolve({ state: 'found', version: '3.2.1' }),
  run: () => Promise.resolve(ranClean()),
  ...change,
});

export const missing: Scanner['version'] = () =>
  Promise.resolve({ state: 'missing', because: 'it is not there', resolve: 'To have it, install it' });
