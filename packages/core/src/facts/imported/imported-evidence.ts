// SPDX-License-Identifier: Apache-2.0
import type { Endpoint } from './endpoint-posture.ts';
import type { ImportBinding } from './import-binding.ts';
import type { InTotoStatement } from './in-toto-statements.ts';
import type { Sbom } from './sboms.ts';
import type { ScanReport } from './scan-reports.ts';
import type { TestReport } from './test-reports.ts';
import type { VexDocument } from './vex-documents.ts';

/** What evidence files hold, by kind of fact. */
export type ImportedEvidence = {
  readonly scans: readonly ScanReport[];
  readonly sboms: readonly Sbom[];
  readonly vex: readonly VexDocument[];
  readonly statements: readonly InTotoStatement[];
  readonly tests: readonly TestReport[];
  readonly exports: readonly ImportBinding[];
  readonly endpoints: readonly Endpoint[];
};
