// SPDX-License-Identifier: Apache-2.0
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { explosiveYaml } from '../../../platform/syntax/explosive-yaml.ts';
import { notParsed, parsed, type Parsed } from '../../../platform/syntax/parsed.ts';
import { type ConfigurationNode, groupNode, textNode } from '../configuration-tree.ts';

const documentsMax = 500;
const nodesMax = 200_000;
const depthMax = 60;

/** Each document of a YAML stream as a tree; `<<` and aliases are put in where they stand. Bounded, and never throws. */
export function readYamlTree(text: string): Parsed<readonly ConfigurationNode[]> {
  const danger = explosiveYaml(text);
  if (danger !== null) return notParsed('YAML', new Error(danger));
  const lines = new LineCounter();
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
      customTags: (tags) => [...tags, ...unknownTags],
    });
    const budget = { left: nodesMax };
    const trees: ConfigurationNode[] = [];
    for (const document of documents.slice(0, documentsMax)) {
      const [error] = document.errors;
      if (error !== undefined) return notParsed('YAML', error, lines.linePos(error.pos[0]).line);
      const tree = toTree(document.contents, { document, lines, budget, depth: 0 });
      if (budget.left <= 0) return notParsed('YAML', new Error('too many values'));
      if (tree !== null) trees.push(tree);
    }
    return parsed(trees);
  } catch (cause) {
    return notParsed('YAML', cause);
  }
}

/** `!reference` of GitLab: a list of names that is of no matter here. */
const unknownTags = [{ tag: '!reference', collection: 'seq' as const, resolve: (value: unknown) => value }];

type Reading = {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly budget: { left: number };
  readonly depth: number;
};

function toTree(node: Node | null | undefined, reading: Reading): ConfigurationNode | null {
  const { document, lines, budget, depth } = reading;
  if (node === null || node === undefined || depth > depthMax || (budget.left -= 1) <= 0) return null;
  const line = lines.linePos(node.range?.[0] ?? 0).line || 1;
  const below = { ...reading, depth: depth + 1 };
  if (isAlias(node)) return toTree(node.resolve(document), below);
  if (isScalar(node)) return textNode(node.value === null ? '' : String(node.value), line);
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => toTree(item as Node, below) ?? []); // the parser puts nodes there
    return groupNode(
      items.map((item, index) => [String(index), item] as const),
      line,
    );
  }
  if (!isMap(node)) return null;
  const entries = node.items.flatMap(({ key, value }): [string, ConfigurationNode][] => {
    const name = isScalar(key) ? String(key.value) : '';
    const child = toTree(value as Node | null, below);
    if (name === '<<') return child === null ? [] : child.entries.map(([inner, entry]) => [inner, entry]);
    const keyLine = lines.linePos(isScalar(key) ? (key.range?.[0] ?? 0) : 0).line || line;
    return [[name, child === null ? textNode('', keyLine) : { ...child, line: keyLine }]];
  });
  return groupNode(entries, line);
}
