// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { ScanTarget } from '@plumbline/core/scanning/scan-target';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForManifests } from '../../platform/tools/plans.ts';

const pattern = /(?:^|\/)requirements[\w.-]{0,60}\.txt$/u;

const requirements = ({ manifests }: ScanTarget): readonly string[] => manifests.filter((path) => pattern.test(path));

/**
 * Asks the package index for the vulnerabilities of what requirements files pin. Nothing is resolved or installed: pip would
 * run the build scripts of what a repository names.
 */
export const pipAuditScanner: Scanner = createToolScanner({
  id: 'pip-audit',
  title: 'known vulnerabilities of pinned Python requirements',
  tool: 'pip-audit',
  purposes: ['sca'],
  needs: ['work-tree', 'network'],
  bounds: { timeoutMs: minutes(10), memoryBytesMax: gibibytes(2) },
  programs: ['pip-audit'],
  install: 'install pip-audit from PyPI',
  version: { args: ['--version'], pattern: /pip-audit (\d+\.\d+\.\d+)/u },
  format: 'pip-audit',
  plan: (target) => planForManifests(target, pattern, 'requirements file'),
  command: ({ input, tree, reportFile }) => ({
    args: [
      '--disable-pip',
      '--no-deps',
      '--progress-spinner=off',
      '--format=json',
      `--output=${reportFile}`,
      ...requirements(input.target).map((path) => `--requirement=${join(tree, path)}`),
    ],
    report: 'file',
  }),
  finished: [0, 1],
});
