// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ScanInput, Scanner } from '@plumbline/core/scanning/scanner';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { readFiles } from '../embedded/read-files.ts';
import { runEmbedded } from '../embedded/run-embedded.ts';
import type { ScanProblems } from '../embedded/scan-problems.ts';
import { textLines } from '../embedded/text-lines.ts';
import { scanHistory } from './history/scan-history.ts';
import { createSecretMatcher } from './match/create-secret-matcher.ts';
import { isShipped } from './match/is-shipped.ts';
import { knownSecrets, type KnownSecrets } from './match/known-secrets.ts';
import { secretResult } from './secret-result.ts';
import { secretRules } from './secret-rules.ts';

const version = '1.0.0';
const tool = 'Plumbline secrets';
const purposes: readonly [ToolPurpose] = ['secret-scan'];
const fileBytesMax = 32 * 1024 * 1024;

/** Secrets in the tree, and in the history when there is one to look through. Nothing that is found leaves in clear. */
export const plumblineSecretsScanner: Scanner = {
  id: 'plumbline-secrets',
  title: 'Keys, tokens and passwords in the files and in the history',
  tool,
  purposes,
  embedded: true,
  needs: [],
  bounds: { timeoutMs: 900_000, memoryBytesMax: 1024 * 1024 * 1024 },
  plan: ({ files }) =>
    files === 0
      ? { state: 'not-applicable', because: 'there are no files' }
      : { state: 'applies', because: `${files} files, any of which can hold a secret` },
  version: () => Promise.resolve({ state: 'found', version }),
  run: (input) => runEmbedded(input, { id: 'plumbline-secrets', tool, version, purposes, rules: secretRules, scan }),
};

const matcher = createSecretMatcher(secretRules);

async function scan(input: ScanInput, problems: ScanProblems): Promise<void> {
  const known = knownSecrets();
  await scanTree(input, problems, known);
  if (input.gitDirectory !== null) await scanHistory(input, input.gitDirectory, { matcher, problems, known });
}

async function scanTree(input: ScanInput, problems: ScanProblems, known: KnownSecrets): Promise<void> {
  const { files, classOf } = treePaths(input.repository);
  for (const { path, because } of input.repository.skipped ?? []) problems.add(`${path} was not read: ${because}`);
  await readFiles(input, files, {
    bytesMax: fileBytesMax,
    unread: (path, because) => problems.add(`${path} was not read: ${because}`),
    visit: (path, text) => {
      const lines = textLines(text);
      const own = isShipped(path, classOf(path));
      matcher({ path, text, own }, (match) => {
        const line = lines.lineAt(match.at);
        known.add(match);
        input.take(secretResult(match, { path, own, line, lines, lineOfText: line }));
      });
    },
  });
}
