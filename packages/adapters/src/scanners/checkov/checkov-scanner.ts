// SPDX-License-Identifier: Apache-2.0
import type { ConfigurationKind } from '@plumbline/core/scanning/scan-target';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForConfigurations } from '../../platform/tools/plans.ts';

const kinds: readonly ConfigurationKind[] = [
  'terraform',
  'dockerfile',
  'compose',
  'helm',
  'github-actions',
  'gitlab-ci',
  'other-yaml',
];

/** Those that run other programs over the sources, or are not about configuration. */
const leftOut = 'helm kustomize sca_package sca_image secrets sast';

/**
 * Checkov reads `.checkov.yaml` of the scanned folder, whose `external-checks-dir` would run Python of the repository: it is
 * not there, and no such folder is given. `checkov:skip` comments stand in its report as skipped checks. Modules are not downloaded.
 */
export const checkovScanner: Scanner = createToolScanner({
  id: 'checkov',
  title: 'configuration: Terraform, Kubernetes, CloudFormation, Dockerfiles, pipelines',
  tool: 'Checkov',
  purposes: ['iac-scan'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(4) },
  programs: ['checkov'],
  install: 'install checkov from PyPI',
  version: { args: ['--version'], pattern: /^(\d+\.\d+\.\d+)/mu },
  environment: { CHECKOV_OUTPUT_CODE_LINE_LIMIT: '5', LOG_LEVEL: 'ERROR', ANSI_COLORS_DISABLED: '1' },
  format: 'checkov',
  plan: (target) => planForConfigurations(target, kinds),
  command: ({ tree, version }) => ({
    args: [
      '--directory',
      tree,
      '--output=json',
      '--quiet',
      '--compact',
      '--soft-fail',
      '--skip-download',
      '--download-external-modules=false',
      '--skip-framework',
      ...leftOut.split(' '),
    ],
    report: 'stdout',
    ruleSet: builtIn('Checkov', version),
  }),
  finished: [0],
  failures: { 2: 'it did not understand its arguments or failed' },
});
