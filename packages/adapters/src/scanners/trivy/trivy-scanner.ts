// SPDX-License-Identifier: Apache-2.0
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForFiles } from '../../platform/tools/plans.ts';

/**
 * Trivy reads `trivy.yaml`, `trivy-secret.yaml` and `.trivyignore` of the current folder, which is empty, and is given empty
 * ones of ours. Vulnerabilities need its database: from the network, or from a cache folder that the user names; without
 * either it looks at configuration and secrets alone, and its run says so.
 */
export const trivyScanner: Scanner = createToolScanner({
  id: 'trivy',
  title: 'vulnerable components, configuration and secrets',
  tool: 'Trivy',
  purposes: ['sca', 'iac-scan', 'secret-scan'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(6) },
  programs: ['trivy'],
  install: 'take a release of trivy',
  version: { args: ['--version'], pattern: /Version: v?(\d+\.\d+\.\d+)/u, goModule: 'github.com/aquasecurity/trivy' },
  environment: { TRIVY_DISABLE_TELEMETRY: 'true', TRIVY_SKIP_VERSION_CHECK: 'true' },
  format: 'trivy',
  plan: planForFiles,
  command: async ({ input, tree, folder, reportFile, version }) => {
    const empty = join(folder, 'empty');
    await writeFile(empty, '');
    const without = input.offline && input.rules === undefined;
    const cache = input.rules ?? join(folder, 'cache');
    const ours = [
      `--config=${empty}`,
      `--ignorefile=${empty}`,
      `--secret-config=${empty}.none`,
      `--cache-dir=${cache}`,
    ];
    const still = ['--offline-scan', '--skip-db-update', '--skip-java-db-update', '--skip-check-update'];
    return {
      args: [
        'fs',
        '--quiet',
        '--no-progress',
        '--format=json',
        `--output=${reportFile}`,
        `--scanners=${without ? 'misconfig,secret' : 'vuln,misconfig,secret'}`,
        ...ours,
        ...(input.offline || input.rules !== undefined ? still : []),
        tree,
      ],
      report: 'file',
      ...(without ? { purposes: ['iac-scan', 'secret-scan'] as const } : {}),
      ruleSet: builtIn('Trivy', version),
    };
  },
  finished: [0],
});
