// SPDX-License-Identifier: Apache-2.0

/** Lines that one commit added to one file. `lineOf` gives the number in the file for a line of `text`, both from 1. */
export type AddedLines = {
  readonly commit: string;
  readonly path: string;
  readonly text: string;
  readonly lineOf: (line: number) => number;
};

/** Text of one file is handed over in pieces of about this many characters. */
const pieceMax = 4 * 1024 * 1024;
const hunk = /^(@@+) ((?:-\d+(?:,\d+)? )+)\+(\d+)(?:,(\d+))? @@/;

type Hunk = {
  /** 1, or for a merge the number of its parents: so many signs stand before each line. */
  readonly columns: number;
  /** Lines that are still to come, of each parent and of the result. */
  readonly parents: number[];
  result: number;
  /** The number of the next line of the result. */
  line: number;
};

/**
 * Reads `git log -p -U0` line by line (each as Latin-1, see `splitRecords`), with `commit ID` before each diff, ordinary and
 * combined (git-diff(1), "Combined diff format"). Hunks are followed by their counts, so that no added line can pass for a header.
 */
export function addedLines(visit: (added: AddedLines) => void): {
  readonly take: (line: string) => void;
  readonly end: () => void;
} {
  let commit = '';
  let path: string | null = null;
  let current: Hunk | null = null;
  let texts: string[] = [];
  let numbers: number[] = [];
  let length = 0;

  const flush = (): void => {
    if (texts.length > 0 && path !== null) {
      const known = numbers;
      visit({ commit, path, text: texts.join('\n'), lineOf: (line) => known[line - 1] ?? 1 });
    }
    texts = [];
    numbers = [];
    length = 0;
  };
  const takeHeader = (line: string): void => {
    if (line.startsWith('@@')) current = hunkOf(line);
    else if (line.startsWith('+++ ')) path = pathOf(line.slice(4));
    else if (line.startsWith('diff --')) {
      flush();
      path = null;
    } else if (line.startsWith('commit ')) {
      flush();
      commit = Buffer.from(line.slice(7), 'latin1').toString('latin1'); // a slice would hold its chunk
    }
  };
  return {
    take: (line) => {
      if (current === null) return takeHeader(line);
      if (line.startsWith('\\')) return; // no newline at the end of the file
      const added = consume(current, line);
      if (added !== null) {
        texts.push(line.slice(current.columns));
        numbers.push(added);
        length += line.length;
        if (length > pieceMax) flush();
      }
      if (current.result <= 0 && current.parents.every((left) => left <= 0)) current = null;
    },
    end: flush,
  };
}

function hunkOf(line: string): Hunk | null {
  const [, signs = '', from = '', start = '0', count = '1'] = hunk.exec(line) ?? [];
  if (signs === '') return null;
  const parents = [...from.matchAll(/-\d+(?:,(\d+))?/g)].map(([, lines = '1']) => Number(lines));
  const found: Hunk = { columns: signs.length - 1, parents, result: Number(count), line: Number(start) };
  return found.result <= 0 && parents.every((left) => left <= 0) ? null : found;
}

/** Counts a line of a hunk; returns its number when it is new to every parent. */
function consume(current: Hunk, line: string): number | null {
  const signs = line.slice(0, current.columns);
  const removed = signs.includes('-');
  for (let column = 0; column < current.columns; column += 1) {
    const sign = signs[column];
    const ofParent = removed ? sign === '-' : sign !== '+';
    if (ofParent) current.parents[column] = (current.parents[column] ?? 0) - 1;
  }
  if (removed) return null;
  current.result -= 1;
  current.line += 1;
  return signs === '+'.repeat(current.columns) ? current.line - 1 : null;
}

/** `b/path`, in quotes with escapes where it has special characters; null when the file was deleted. */
function pathOf(shown: string): string | null {
  const name = shown.replace(/\t$/, ''); // stands after names with spaces
  const bare = name.startsWith('"') ? unescaped(name.slice(1, -1)) : name;
  return bare === '/dev/null' ? null : Buffer.from(bare.slice(2), 'latin1').toString('utf8');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:([0-7]{3})|(.))/g, (_, octal?: string, character = '') =>
    octal === undefined
      ? ({ n: '\n', t: '\t' }[String(character)] ?? String(character))
      : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
