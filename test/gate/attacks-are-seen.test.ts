// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import { plumblineCodeScanner } from '@plumbline/adapters/scanners/plumbline-code/plumbline-code-scanner';
import { plumblineSecretsScanner } from '@plumbline/adapters/scanners/plumbline-secrets/plumbline-secrets-scanner';
import { scanTargetOf } from '@plumbline/adapters/platform/paths/scan-target-of';
import { memorySnapshot } from '@plumbline/adapters/testing/memory-snapshot';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import type { Attack } from '@plumbline/engine/gate/attacks/attack';
import { codeAttack } from '@plumbline/engine/gate/attacks/code-attack';
import { secretAttack } from '@plumbline/engine/gate/attacks/secret-attack';
import { expect, test } from 'vitest';

async function scan(scanner: Scanner, files: { readonly [path: string]: string }): Promise<readonly ToolResult[]> {
  const repository = memorySnapshot(files);
  const results: ToolResult[] = [];
  const outcome = await scanner.run({
    target: scanTargetOf(repository, []),
    repository,
    gitDirectory: null,
    workTree: null,
    scratchFolder: '',
    offline: true,
    bounds: scanner.bounds,
    signal: new AbortController().signal,
    take: (result) => results.push(result),
    progress: () => undefined,
  });
  expect(outcome.ran).toBe(true);
  return results;
}

/** What gate prove draws must be what the embedded scanners see, or the proof would fail by chance. */
test.each([
  ['secrets', plumblineSecretsScanner, () => secretAttack(randomInt)],
  ['code', plumblineCodeScanner, () => codeAttack(randomInt)],
] as const)('every one of sixty drawn attacks on %s is seen as high or critical', async (_, scanner, draw) => {
  const attacks: readonly Attack[] = Array.from({ length: 60 }, draw);
  const files = Object.fromEntries(attacks.flatMap(({ files: own }) => [...own]));
  const results = await scan(scanner, files);
  const seen = new Set(
    results.flatMap(({ places, severity, suppressed }) =>
      (severity === 'high' || severity === 'critical') && suppressed === undefined ? (places?.[0].path ?? []) : [],
    ),
  );
  expect(
    attacks.filter(({ files: own }) => ![...own.keys()].some((path) => seen.has(path))).map(({ title }) => title),
  ).toEqual([]);
});
