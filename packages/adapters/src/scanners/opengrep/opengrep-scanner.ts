// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { semgrepLike } from '../../platform/tools/semgrep-like.ts';

export const opengrepScanner: Scanner = createToolScanner(
  semgrepLike({ id: 'opengrep', tool: 'Opengrep', install: 'take a release of opengrep', registryRules: null }),
);
