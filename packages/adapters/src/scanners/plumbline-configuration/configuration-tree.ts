// SPDX-License-Identifier: Apache-2.0

/**
 * What every format of configuration is read into: a text, or entries by name (members of a list by their number), with the line
 * where it stands. Names may occur twice, as directives do.
 */
export type ConfigurationNode = {
  readonly line: number;
  readonly text: string | null;
  readonly entries: readonly (readonly [name: string, node: ConfigurationNode])[];
};

export function textNode(text: string, line: number): ConfigurationNode {
  return { line, text, entries: [] };
}

export function groupNode(entries: ConfigurationNode['entries'], line: number): ConfigurationNode {
  return { line, text: null, entries };
}

export function listNode(items: readonly ConfigurationNode[], line: number): ConfigurationNode {
  return groupNode(
    items.map((item, index) => [String(index), item] as const),
    line,
  );
}

/**
 * The nodes at a path of names joined by `/`: `*` is every entry, `**` the node itself and everything below it, `a|b` one of
 * several names, and an empty path the node itself.
 */
export function nodesAt(node: ConfigurationNode, path: string): readonly ConfigurationNode[] {
  return path === '' ? [node] : path.split('/').reduce<readonly ConfigurationNode[]>(step, [node]);
}

function step(nodes: readonly ConfigurationNode[], name: string): readonly ConfigurationNode[] {
  if (name === '**') return nodes.flatMap(withAllBelow);
  const names = name.split('|');
  return nodes.flatMap(({ entries }) =>
    entries.flatMap(([key, child]) => (name === '*' || names.includes(key) ? [child] : [])),
  );
}

function withAllBelow(node: ConfigurationNode): readonly ConfigurationNode[] {
  return [node, ...node.entries.flatMap(([, child]) => withAllBelow(child))];
}
