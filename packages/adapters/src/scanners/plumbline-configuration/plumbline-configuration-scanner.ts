// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ConfigurationKind } from '@plumbline/core/scanning/scan-target';
import type { ScanInput, Scanner } from '@plumbline/core/scanning/scanner';
import { createResult } from '@plumbline/formats/tool-reports/create-result';
import { configurationKindOf } from '../../platform/paths/scan-target-of.ts';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { allowedInSource } from '../embedded/allowed-in-source.ts';
import { readFiles } from '../embedded/read-files.ts';
import { runEmbedded } from '../embedded/run-embedded.ts';
import type { ScanProblems } from '../embedded/scan-problems.ts';
import { type TextLines, textLines } from '../embedded/text-lines.ts';
import { configurationRules } from './configuration-rules.ts';
import { findInConfiguration, type FoundConfiguration } from './find-in-configuration.ts';
import { readConfiguration } from './read-configuration.ts';

const version = '1.0.0';
const tool = 'Plumbline configuration';
const purposes: readonly [ToolPurpose] = ['iac-scan'];
const fileBytesMax = 4 * 1024 * 1024;

const titles: { readonly [K in ConfigurationKind]: string } = {
  dockerfile: 'Dockerfiles',
  compose: 'Compose files',
  helm: 'files of Helm charts',
  terraform: 'Terraform files',
  'github-actions': 'workflows',
  'gitlab-ci': 'GitLab pipelines',
  nginx: 'nginx files',
  'other-yaml': 'YAML and JSON files that can be Kubernetes manifests',
};

/** Unsafe settings of what builds, runs and serves the product. What templates render, it cannot see, and says so. */
export const plumblineConfigurationScanner: Scanner = {
  id: 'plumbline-configuration',
  title: 'Unsafe settings in Dockerfiles, Compose, Kubernetes, pipelines, nginx and Terraform',
  tool,
  purposes,
  embedded: true,
  needs: [],
  bounds: { timeoutMs: 300_000, memoryBytesMax: 1024 * 1024 * 1024 },
  plan: ({ configurations }) => {
    const counts = (Object.keys(titles) as ConfigurationKind[]).flatMap((kind) => {
      const paths = configurations.get(kind)?.length ?? 0;
      return paths === 0 ? [] : [`${paths} ${titles[kind]}`];
    });
    return counts.length === 0
      ? { state: 'not-applicable', because: 'there are no Dockerfiles, manifests, pipelines, nginx or Terraform files' }
      : { state: 'applies', because: counts.join(', ') };
  },
  version: () => Promise.resolve({ state: 'found', version }),
  run: (input) =>
    runEmbedded(input, { id: 'plumbline-configuration', tool, version, purposes, rules: configurationRules, scan }),
};

async function scan(input: ScanInput, problems: ScanProblems): Promise<void> {
  const { files, classOf } = treePaths(input.repository);
  const own = files.filter((path) => {
    const pathClass = classOf(path);
    return (pathClass === 'source' || pathClass === 'other') && configurationKindOf(path) !== null;
  });
  await readFiles(input, own, {
    bytesMax: fileBytesMax,
    unread: (path, because) => problems.add(`${path} was not read: ${because}`),
    visit: (path, text) => {
      const kind = configurationKindOf(path);
      const read = kind === null ? null : readConfiguration(kind, text);
      if (read === null) return;
      if (!read.ok) return problems.add(`${path} was not read: ${read.because}`);
      if (read.value === null) return;
      const lines = textLines(text);
      for (const found of findInConfiguration(read.value.format, read.value.tree))
        input.take(resultOf(path, found, lines));
    },
  });
}

function resultOf(path: string, { rule, line }: FoundConfiguration, lines: TextLines): ToolResult {
  return createResult({
    kind: 'configuration',
    rule: rule.id,
    title: rule.title,
    message: `${rule.message} ${rule.remedy}`,
    severity: rule.severity,
    confidence: rule.confidence ?? 'high',
    places: [
      {
        path,
        startLine: line,
        snippet: rule.weakness === 522 || rule.weakness === 798 ? null : lines.textOf(line).trim(),
      },
    ],
    weaknesses: [rule.weakness],
    suppressed: allowedInSource(lines, line, `plumbline:allow ${rule.id}`),
    help: `${rule.remedy} See ${rule.references.join(', ')}.`,
  });
}
