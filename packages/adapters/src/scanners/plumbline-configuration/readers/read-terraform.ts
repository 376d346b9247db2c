// SPDX-License-Identifier: Apache-2.0
import { type ConfigurationNode, groupNode, textNode } from '../configuration-tree.ts';

const depthMax = 40;
const lineMax = 4000;
const blocksMax = 20_000;

type Open = {
  readonly names: readonly string[];
  readonly line: number;
  readonly entries: [string, ConfigurationNode][];
};

/** `resource "type" "name" {`, `ingress {`, `dynamic "x" {`, `metadata_options = {` */
const blockStart = /^(?:([\w-]{1,100})((?:\s{1,20}"[^"\n]{0,200}"){0,3})\s{0,20}=?\s{0,20}\{)\s{0,20}(.{0,2000})$/;
const attribute = /^["']?([\w.-]{1,100})["']?\s{0,60}[=:]\s{0,20}(.{1,2000})$/;

/**
 * The blocks and attributes of HCL as far as they are written out: `resource/TYPE/NAME/…`, values as their text. It does not
 * evaluate: variables, functions, loops and modules stay text, so that a rule that needs their value finds nothing. Linear: each
 * line is looked at once.
 */
export function readTerraform(text: string): ConfigurationNode {
  const root: Open = { names: [], line: 1, entries: [] };
  const open: Open[] = [root];
  let heredoc: string | null = null;
  let list: { readonly name: string; readonly line: number; readonly parts: string[] } | null = null;
  let blocks = 0;
  for (const [index, written] of withoutComments(text).split('\n').entries()) {
    const line = index + 1;
    const current = written.slice(0, lineMax).trim();
    const top = open.at(-1) ?? root;
    if (heredoc !== null) {
      if (current === heredoc) heredoc = null;
      continue;
    }
    if (list !== null) {
      list.parts.push(current);
      if (!current.includes(']')) continue;
      top.entries.push([list.name, textNode(list.parts.join(' '), list.line)]);
      list = null;
      continue;
    }
    heredoc = /<<[-~]?["']?(\w{1,40})["']?$/.exec(current)?.[1] ?? null;
    const [, name = '', labels = '', rest = ''] = blockStart.exec(current) ?? [];
    if (name !== '' && open.length < depthMax && (blocks += 1) < blocksMax) {
      const block: Open = { names: [name, ...labelsOf(labels)], line, entries: [] };
      open.push(block);
      if (rest.trim() !== '') inLine(rest, block, line);
      if (/\}\s*,?$/.test(rest)) close(open, root);
    } else if (/^\}[,)\]]{0,3}$/.test(current)) close(open, root);
    else {
      const [, key = '', value = ''] = attribute.exec(current) ?? [];
      if (key !== '' && /^\[[^\]]*$/.test(value)) list = { name: key, line, parts: [value] };
      else if (key !== '') top.entries.push([key, textNode(unquoted(value), line)]);
    }
  }
  while (open.length > 1) close(open, root);
  return groupNode(root.entries, 1);
}

function close(open: Open[], root: Open): void {
  const block = open.length > 1 ? open.pop() : undefined;
  if (block === undefined) return;
  const node = block.names
    .slice(1)
    .reduceRight((inner, label) => groupNode([[label, inner]], block.line), groupNode(block.entries, block.line));
  (open.at(-1) ?? root).entries.push([block.names[0] ?? '', node]);
}

/** `{ http_tokens = "optional" }` in one line. */
function inLine(rest: string, block: Open, line: number): void {
  for (const part of rest.replace(/\}\s*,?$/, '').split(/[,;]/)) {
    const [, key = '', value = ''] = attribute.exec(part.trim()) ?? [];
    if (key !== '') block.entries.push([key, textNode(unquoted(value), line)]);
  }
}

const labelsOf = (labels: string): readonly string[] =>
  [...labels.matchAll(/"([^"]{0,200})"/g)].map(([, label = '']) => label);

const unquoted = (value: string): string => value.trim().replace(/,$/, '').replaceAll(/^"|"$/g, '');

/** Comments become spaces; the number of lines stays. A `#` within quotes is text. */
function withoutComments(text: string): string {
  return text.replaceAll(/"(?:[^"\\\n]|\\[^\n])*"|\/\*[\s\S]*?\*\/|(?:#|\/\/)[^\n]*/g, (found) =>
    found.startsWith('"') ? found : found.replaceAll(/[^\n]/g, ' '),
  );
}
