// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from './import-binding.ts';

export type TestReport = ImportBinding & {
  readonly format: 'junit';
  readonly suites: number;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
};
export type TestReports = { readonly reports: readonly TestReport[] };
