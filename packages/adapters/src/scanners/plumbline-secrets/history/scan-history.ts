// SPDX-License-Identifier: Apache-2.0
import type { ScanInput } from '@plumbline/core/scanning/scanner';
import { PlumblineError } from '@plumbline/core/errors';
import { gitProgram } from '../../../platform/git/run-git.ts';
import { isShallow } from '../../../platform/git/is-shallow.ts';
import { classifyPath } from '../../../platform/paths/classify-path.ts';
import { runProgram } from '../../../platform/process/run-program.ts';
import { splitRecords } from '../../../platform/process/split-records.ts';
import type { ScanProblems } from '../../embedded/scan-problems.ts';
import { textLines } from '../../embedded/text-lines.ts';
import type { createSecretMatcher } from '../match/create-secret-matcher.ts';
import { isShipped } from '../match/is-shipped.ts';
import type { KnownSecrets } from '../match/known-secrets.ts';
import { secretResult } from '../secret-result.ts';
import { type AddedLines, addedLines } from './added-lines.ts';

export type HistoryScan = {
  readonly matcher: ReturnType<typeof createSecretMatcher>;
  readonly problems: ScanProblems;
  readonly known: KnownSecrets;
};

const stdoutBytesMax = 256 * 1024 * 1024 * 1024;

/** Attributes of the repository could call a file binary and so hide it: they are read from the tree that has no files. */
const emptyTree = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
} as const;

/**
 * Looks through every line that a commit of the history added, from the first commit on, and tells what is not known from the
 * tree. Merges count where they differ from all parents. Whatever cannot be read makes the run incomplete, and it says why.
 */
export async function scanHistory(input: ScanInput, gitDirectory: string, scan: HistoryScan): Promise<void> {
  const { problems } = scan;
  if (isShallow(gitDirectory)) problems.add('history incomplete: a shallow clone, its history is cut off');
  let commits = 0;
  const added = addedLines((lines) => visitAdded(input, lines, scan));
  const records = splitRecords('\n', (line) => {
    if (line.startsWith('commit ') && (commits += 1) % 500 === 0)
      input.progress({ done: commits, total: null, unit: 'commits' });
    added.take(line);
  });
  const { commit } = input.repository;
  const program = gitProgram(gitDirectory, [...logArguments, commit, '--'], {
    GIT_ATTR_SOURCE: commit.length === 40 ? emptyTree.sha1 : emptyTree.sha256,
  });
  const { timeoutMs, memoryBytesMax } = input.bounds;
  const result = await runProgram(program, {
    stdoutBytesMax,
    timeoutMs,
    memoryBytesMax,
    signal: input.signal,
    onChunk: records.take,
  });
  added.end();
  if (result.end === 'aborted') throw new PlumblineError('interrupted', 'The scan of the history was interrupted');
  if (result.end !== 'exited') problems.add(`history incomplete: git log ended early (${result.end})`);
  else if (result.code !== 0)
    problems.add(
      `history incomplete: git log failed after ${commits} commits; in a partial clone, fetch what is missing`,
    );
}

const logArguments = [
  'log',
  '--reverse',
  '--format=commit %H',
  '--patch',
  '--unified=0',
  '--diff-merges=dense-combined',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

function visitAdded(
  input: ScanInput,
  { commit, path, text, lineOf }: AddedLines,
  { matcher, known }: HistoryScan,
): void {
  const lines = textLines(text);
  const own = isShipped(path, classifyPath(path));
  matcher({ path, text, own }, (match) => {
    if (!known.add(match)) return;
    const lineOfText = lines.lineAt(match.at);
    input.take(secretResult(match, { path, own, line: lineOf(lineOfText), lines, lineOfText, commit }));
  });
}
