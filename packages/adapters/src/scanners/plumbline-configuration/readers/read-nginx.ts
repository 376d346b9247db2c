// SPDX-License-Identifier: Apache-2.0
import { type ConfigurationNode, groupNode, textNode } from '../configuration-tree.ts';

const directivesMax = 20_000;
const depthMax = 30;
const token =
  /\s+|#[^\n]*|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[{};]|(?:\$\{[^}\n]{0,200}\}|\\[\s\S]|[^\s{};"'])+/gy;

type Open = { readonly name: string; readonly line: number; readonly entries: [string, ConfigurationNode][] };

/**
 * The directives as entries: a plain one as its text, a block with its entries and `arguments` (nginx.org, "Beginner's Guide",
 * Configuration File's Structure). What stands after an error is left out.
 */
export function readNginx(text: string): ConfigurationNode {
  const root: Open = { name: '', line: 1, entries: [] };
  const open: Open[] = [root];
  let words: string[] = [];
  let line = 1;
  let start = 1;
  let count = 0;
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null && count < directivesMax; found = token.exec(text)) {
    const [word] = found;
    const top = open.at(-1) ?? root;
    if (word === ';' || word === '{' || word === '}') count += 1;
    if (word === ';') add(top, words, start);
    else if (word === '{') {
      if (open.length > depthMax) break;
      const [name = '', ...rest] = words;
      open.push({ name, line: start, entries: [['arguments', textNode(rest.join(' '), start)]] });
    } else if (word === '}') {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed !== undefined)
        (open.at(-1) ?? root).entries.push([closed.name, groupNode(closed.entries, closed.line)]);
    } else if (!/^[\s#]/.test(word)) {
      if (words.length === 0) start = line;
      words.push(word.replaceAll(/^["']|["']$/g, ''));
    }
    if (/^[;{}]$/.test(word)) words = [];
    line += word.split('\n').length - 1;
  }
  return groupNode(root.entries, 1);
}

function add(block: Open, [name, ...rest]: readonly string[], line: number): void {
  if (name !== undefined) block.entries.push([name, textNode(rest.join(' '), line)]);
}
