// SPDX-License-Identifier: Apache-2.0
import type { ToolchainRecord } from '@plumbline/core/facts/records/toolchain-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aSbom, aScanReport } from '../../testing/imported-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

const declared = (tool: string, purpose: string, mandatory = true): ToolchainRecord['tools'][number] => ({
  tool,
  purpose,
  version: null,
  mandatory,
});
const toolchain = (...tools: ToolchainRecord['tools']): ToolchainRecord => ({
  owner: 'x',
  reviewedOn: '2026-03-01',
  tools,
});
const scanner = declared('semgrep', 'sast');
const maker = declared('syft', 'sbom');
const noFindings = { error: 0, warning: 0, note: 0, none: 0 };
const scans = { reports: [aScanReport({ tool: 'Semgrep OSS' })] };

const other = '8'.repeat(40);
const ofRelease = aScanReport({ tool: 'semgrep', commit: other });
const released = {
  ...releaseArtifacts(),
  commit: other,
  documents: { ...releaseArtifacts().documents, scans: [ofRelease] },
};

export const fixtures: CheckFixtures = {
  facts: {
    'record:toolchain': aRecord(toolchain(scanner, maker, declared('prettier', 'format'))),
    'scan-reports': scans,
    sboms: { sboms: [aSbom({ tool: 'syft', completed: null })] },
  },
  flip: { kind: 'scan-reports', at: ['reports', 0, 'completed'], to: false },
  also: [
    {
      name: 'no declared toolchain',
      facts: { 'record:toolchain': 'absent', 'scan-reports': scans },
      outcome: 'no',
    },
    {
      name: 'nothing declared that leaves a report',
      facts: { 'record:toolchain': aRecord(toolchain(declared('vim', 'editor'))), 'scan-reports': scans },
      outcome: 'no',
    },
    {
      name: 'the bill of materials was not passed',
      facts: { 'record:toolchain': aRecord(toolchain(scanner, maker)), 'scan-reports': scans },
      outcome: 'unknown',
    },
    {
      name: 'a report of another tool does not stand in',
      facts: { 'record:toolchain': aRecord(toolchain(declared('codeql', 'sast'))), 'scan-reports': scans },
      outcome: 'unknown',
    },
    {
      name: 'a bill of materials that lists nothing',
      facts: {
        'record:toolchain': aRecord(toolchain(maker)),
        sboms: { sboms: [aSbom({ tool: 'syft', completed: null, components: [] })] },
      },
      outcome: 'unknown',
    },
    {
      name: 'a report that does not say what was looked for',
      facts: {
        'record:toolchain': aRecord(toolchain(scanner)),
        'scan-reports': { reports: [aScanReport({ tool: 'semgrep', rules: 0, findings: noFindings, suppressed: 0 })] },
      },
      outcome: 'unknown',
    },
    {
      name: 'a report that is part of the newest release, of another commit',
      facts: {
        'record:toolchain': aRecord(toolchain(scanner)),
        'scan-reports': { reports: [ofRelease] },
        'release-artifacts': released,
      },
      outcome: 'yes',
    },
    {
      name: 'the newest release has it, and its run on this commit failed',
      facts: {
        'record:toolchain': aRecord(toolchain(scanner)),
        'scan-reports': { reports: [aScanReport({ tool: 'semgrep', completed: false })] },
        'release-artifacts': released,
      },
      outcome: 'no',
    },
    {
      name: 'a release without the report of one tool',
      facts: {
        'record:toolchain': aRecord(toolchain(scanner, maker)),
        'scan-reports': { reports: [ofRelease] },
        'release-artifacts': released,
      },
      outcome: 'unknown',
    },
    {
      name: 'a report of another commit',
      facts: {
        'record:toolchain': aRecord(toolchain(scanner)),
        'scan-reports': { reports: [aScanReport({ tool: 'semgrep', commit: '9'.repeat(40) })] },
      },
      outcome: 'unknown',
    },
  ],
};
