// SPDX-License-Identifier: Apache-2.0
import { dropKeywords } from './drop-keywords.ts';
import { createReader } from './shell-reader.ts';

/** One simple command of a shell script. `line` counts from 0 within the script. */
export type ShellCommand = {
  readonly words: readonly string[];
  readonly line: number;
  /** Its failure is swallowed: `|| true` and the like. */
  readonly failureIgnored: boolean;
  /** What a here-document feeds it. */
  readonly input?: string;
};

type Raw = { words: string[]; line: number; after: string; input?: string };

const nestedMax = 4;
const textMax = 262_144;

/**
 * The simple commands that a script may run, in order, with quotes removed and continuation lines joined. Comments and
 * here-documents are left out; what stands in `$(…)` and backticks comes as commands of its own. Both branches of an
 * `if` count. Linear in the length of the text; what is beyond 256 KiB is not read.
 */
export function splitCommands(text: string): readonly ShellCommand[] {
  return split(text.slice(0, textMax), 0, 0);
}

function split(text: string, baseLine: number, depth: number): ShellCommand[] {
  const reader = createReader(text);
  const found: Raw[] = [];
  const nested: ShellCommand[] = [];
  let current: Raw = { words: [], line: 0, after: '' };
  const end = (operator: string): void => {
    if (current.words.length > 0) found.push({ ...current, after: operator });
    current = { words: [], line: reader.line, after: '' };
  };
  for (;;) {
    const token = reader.next();
    if (token.kind === 'end') break;
    if (token.kind === 'word') {
      if (current.words.length === 0) current.line = token.line;
      current.words.push(token.text);
      if (depth < nestedMax)
        for (const inner of token.nested) nested.push(...split(inner, baseLine + token.line, depth + 1));
    } else if (token.kind === 'here-document') current.input = token.text;
    else if (token.text === 'case-label') current = { words: [], line: reader.line, after: '' };
    else end(token.text);
  }
  end('');
  return [...nested, ...finish(found, baseLine)];
}

function finish(found: readonly Raw[], baseLine: number): ShellCommand[] {
  const ignored = found.map(() => false);
  found.forEach((raw, index) => {
    if (raw.after !== '||' || !swallows(found[index + 1])) return;
    ignored[index] = true;
    for (let back = index - 1; back >= 0 && found[back]?.after === '|'; back -= 1) ignored[back] = true;
  });
  return found.flatMap((raw, index) => {
    const words = dropKeywords(raw.words);
    if (words.length === 0) return [];
    const input = raw.input === undefined ? {} : { input: raw.input };
    return [{ words, line: baseLine + raw.line, failureIgnored: ignored[index] ?? false, ...input }];
  });
}

function swallows(next: Raw | undefined): boolean {
  const [program, argument] = next?.words ?? [];
  return program === 'true' || program === ':' || program === 'echo' || (program === 'exit' && argument === '0');
}
