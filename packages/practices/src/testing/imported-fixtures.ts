// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';

/** The commit that the evidence of fixtures is about. */
export const fixtureCommit: string = '1'.repeat(40);

const binding: ImportBinding = {
  file: 'report.json',
  sha256: '2'.repeat(64),
  tool: 'tool',
  toolVersion: '1.0.0',
  commit: fixtureCommit,
  completed: true,
  finishedAt: '2026-06-30T10:00:00Z',
  problems: [],
};

export function aScanReport(report: Partial<ScanReport> = {}): ScanReport {
  return {
    ...binding,
    format: 'sarif',
    purposes: ['sast'],
    rules: 100,
    findings: { error: 0, warning: 0, note: 0, none: 0 },
    suppressed: 0,
    weaknesses: [],
    ...report,
  };
}

export function aSbom(sbom: Partial<Sbom> = {}): Sbom {
  return {
    ...binding,
    format: 'cyclonedx',
    specVersion: '1.6',
    subject: { name: 'product', version: '1.2.0', purl: null },
    components: [
      { purl: 'pkg:npm/left-pad@1.3.0', name: 'left-pad', version: '1.3.0', hashed: true, supplier: 'Somebody' },
    ],
    gaps: [],
    ...sbom,
  };
}

export function aProvenance(statement: Partial<InTotoStatement> = {}): InTotoStatement {
  return {
    ...binding,
    predicateType: 'https://slsa.dev/provenance/v1',
    subjects: [{ name: 'product.tar.gz', sha256: '3'.repeat(64) }],
    signed: true,
    builder: 'https://example.com/builder/v1',
    source: { uri: 'git+https://example.com/product.git', commit: fixtureCommit },
    ...statement,
  };
}
