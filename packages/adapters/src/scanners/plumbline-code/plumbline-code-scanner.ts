// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ScanInput, Scanner } from '@plumbline/core/scanning/scanner';
import { createResult } from '@plumbline/formats/tool-reports/create-result';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { readFiles } from '../embedded/read-files.ts';
import { runEmbedded } from '../embedded/run-embedded.ts';
import type { ScanProblems } from '../embedded/scan-problems.ts';
import { chooseRules } from './choose-rules.ts';
import { grammarOf } from './code-language.ts';
import { codeRules } from './code-rules.ts';
import { isMachineMade } from './is-machine-made.ts';
import type { FoundCode } from './worker/analysis.ts';
import { createAnalysisQueue } from './worker/analysis-queue.ts';

const version = '1.0.0';
const tool = 'Plumbline code';
const purposes: readonly [ToolPurpose] = ['sast'];
const fileBytesMax = 2 * 1024 * 1024;
const fileTimeoutMs = 20_000;
/** Files that may wait for a process: enough to keep all of them busy, few enough to hold. */
const waitingMax = 64;

/** Names of `language-of-path` whose files are analysed. */
const languages = ['JavaScript', 'TypeScript', 'Python', 'Java', 'Go', 'Ruby', 'PHP', 'C#', 'C'] as const;

/** Weaknesses in what the project itself wrote and ships: not in tests, examples, or what was generated or copied in. */
export const plumblineCodeScanner: Scanner = {
  id: 'plumbline-code',
  title: 'Weaknesses in the sources: injection, unsafe functions, weak cryptography',
  tool,
  purposes,
  embedded: true,
  needs: [],
  bounds: { timeoutMs: 900_000, memoryBytesMax: 1024 * 1024 * 1024 },
  plan: (target) => {
    const counts = languages.flatMap((language) => {
      const files = target.languages.get(language) ?? 0;
      return files === 0 ? [] : [`${files} ${language}`];
    });
    return counts.length === 0
      ? { state: 'not-applicable', because: `there are no files in ${languages.join(', ')}` }
      : { state: 'applies', because: `files: ${counts.join(', ')}` };
  },
  version: () => Promise.resolve({ state: 'found', version }),
  run: (input) => runEmbedded(input, { id: 'plumbline-code', tool, version, purposes, rules: codeRules, scan }),
};

async function scan(input: ScanInput, problems: ScanProblems): Promise<void> {
  const queue = createAnalysisQueue({
    fileTimeoutMs,
    memoryBytesMax: input.bounds.memoryBytesMax,
    take: ({ path }, reply) => {
      if (reply.state === 'failed') problems.add(`${path} was not read: ${reply.because}`);
      else for (const found of reply.found) input.take(resultOf(path, found));
    },
  });
  const close = (): void => queue.close();
  input.signal.addEventListener('abort', close, { once: true });
  try {
    await readFiles(input, ownSources(input), {
      bytesMax: fileBytesMax,
      unread: (path, because) => problems.add(`${path} was not read: ${because}`),
      visit: (path, text) => {
        const grammar = grammarOf(path);
        const rules = grammar === null || isMachineMade(text) ? [] : chooseRules(grammar, text);
        if (grammar !== null && rules.length > 0) queue.add({ path, grammar, rules, text });
      },
      pause: () => queue.drain(waitingMax),
    });
    await queue.drain(0);
  } finally {
    queue.close();
    input.signal.removeEventListener('abort', close);
  }
}

function ownSources({ repository }: ScanInput): readonly string[] {
  const { files, classOf } = treePaths(repository);
  return files.filter((path) => grammarOf(path) !== null && classOf(path) === 'source');
}

function resultOf(path: string, { rule: index, places, suppressed }: FoundCode): ReturnType<typeof createResult> {
  const rule = codeRules[index];
  if (rule === undefined) throw new TypeError(`there is no rule ${index}`);
  return createResult({
    kind: 'code',
    rule: rule.id,
    title: rule.title,
    message: `${rule.message} ${rule.remedy}`,
    severity: rule.severity,
    confidence: rule.confidence,
    places: places.map((place) => ({ path, ...place })),
    weaknesses: [rule.weakness],
    suppressed,
    help: rule.remedy,
  });
}
