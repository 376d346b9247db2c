// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { semgrepLike } from '../../platform/tools/semgrep-like.ts';

/** Rules come from the registry (`p/default`) unless the user names some; offline there are none without that. */
export const semgrepScanner: Scanner = createToolScanner(
  semgrepLike({ id: 'semgrep', tool: 'Semgrep', install: 'install semgrep from PyPI', registryRules: 'p/default' }),
);
