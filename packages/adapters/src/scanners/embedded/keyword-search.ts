// SPDX-License-Identifier: Apache-2.0

/**
 * Finds all of many literals in one pass (Aho and Corasick, Communications of the ACM 18/6, 1975). `visit` gets the index
 * of the literal and where it begins; returning true ends the search.
 */
export type KeywordSearch = (text: string, visit: (keyword: number, at: number) => boolean | void) => void;

type Node = { readonly next: Map<number, Node>; readonly id: number; fail: Node | null; found: readonly number[] };

/**
 * Compiles literals of ASCII characters into a table: time is one step for each character of the text, whatever the number of
 * literals. With `ignoreCase`, literals are in lower case and found in any.
 */
export function createKeywordSearch(
  keywords: readonly string[],
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): KeywordSearch {
  const { classes, count } = characterClasses(keywords, ignoreCase);
  const nodes = buildTrie(keywords, classes);
  const table = new Int32Array(nodes.length * count);
  for (const node of nodes) {
    for (let character = 1; character < count; character += 1)
      table[node.id * count + character] = step(node, character).id * count;
  }
  const found: readonly (readonly number[])[] = nodes.map((node) => node.found);
  const ends = Uint8Array.from(found, (list) => (list.length > 0 ? 1 : 0));
  return (text, visit) => {
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      state = code < 128 ? (table[state + (classes[code] ?? 0)] ?? 0) : 0;
      if (state === 0 || ends[state / count] === 0) continue;
      for (const keyword of found[state / count] ?? [])
        if (visit(keyword, at + 1 - (keywords[keyword]?.length ?? 0)) === true) return;
    }
  };
}

/** Characters that no literal has share class 0, which leads back to the start: the table stays small. */
function characterClasses(keywords: readonly string[], ignoreCase: boolean): { classes: Uint8Array; count: number } {
  const classes = new Uint8Array(128);
  let count = 1;
  for (const code of new Set([...keywords.join('')].map((character) => character.charCodeAt(0)))) {
    if (code >= 128) throw new TypeError('a keyword has a character that is not ASCII');
    classes[code] = count;
    if (ignoreCase) classes[String.fromCharCode(code).toUpperCase().charCodeAt(0)] = count;
    count += 1;
  }
  return { classes, count };
}

const createNode = (id: number): Node => ({ next: new Map(), id, fail: null, found: [] });

function buildTrie(keywords: readonly string[], classes: Uint8Array): readonly Node[] {
  const root = createNode(0);
  const nodes = [root];
  keywords.forEach((keyword, index) => {
    if (keyword === '') throw new TypeError('a keyword is empty');
    let node = root;
    for (const character of keyword) {
      const key = classes[character.charCodeAt(0)] ?? 0;
      const next = node.next.get(key) ?? createNode(nodes.length);
      if (next.id === nodes.length) nodes.push(next);
      node.next.set(key, next);
      node = next;
    }
    node.found = [...node.found, index];
  });
  const queue = [...root.next.values()]; // level by level: what a node falls back to is finished before it
  for (const node of queue) {
    for (const [character, child] of node.next) {
      child.fail = step(node.fail ?? root, character);
      queue.push(child);
    }
    node.fail ??= root;
    node.found = [...node.found, ...node.fail.found];
  }
  return nodes;
}

/** Where a character leads: along the trie, or along what the longest fitting end of it leads to. */
function step(from: Node, character: number): Node {
  for (let node: Node | null = from; node !== null; node = node.fail) {
    const next = node.next.get(character);
    if (next !== undefined) return next;
    if (node.fail === null) return node;
  }
  return from;
}
