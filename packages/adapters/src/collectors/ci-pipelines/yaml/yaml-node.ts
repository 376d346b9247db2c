// SPDX-License-Identifier: Apache-2.0

/**
 * A YAML value that still knows its place. `path` is its file, `line` counts from 1; `tag` is a custom tag such as
 * `!reference`. Aliases and merge keys are already resolved; nodes may be shared, never cyclic.
 */
export type YamlNode = YamlMap | YamlList | YamlScalar;

type Place = { readonly path: string; readonly line: number; readonly tag?: string };

export type YamlEntry = { readonly key: string; readonly line: number; readonly value: YamlNode };

export type YamlMap = Place & { readonly kind: 'map'; readonly entries: ReadonlyMap<string, YamlEntry> };
export type YamlList = Place & { readonly kind: 'list'; readonly items: readonly YamlNode[] };

/**
 * `textLine` is the line of the first line of text: below the header for a block, else the same line. Line `n` of the
 * text stands at `textLine + n` only where `keepsLines` (a literal block); other styles fold their lines.
 */
export type YamlScalar = Place & {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written where it is a number or boolean (`1.10` stays `1.10`); empty for null. */
  readonly text: string;
  readonly textLine: number;
  readonly keepsLines: boolean;
  /** What is commented behind it, such as the version beside a hash; its first 80 characters. */
  readonly comment?: string;
};

/** The value under a path of keys, or undefined where any of them is missing. */
export function at(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let current = node;
  for (const key of keys) {
    if (current?.kind !== 'map') return undefined;
    current = current.entries.get(key)?.value;
  }
  return current;
}

/** The text of a scalar; undefined for null, for what is no scalar, and for what is missing. */
export function textAt(node: YamlNode | undefined, ...keys: readonly string[]): string | undefined {
  const found = at(node, ...keys);
  return found?.kind === 'scalar' && found.value !== null ? found.text : undefined;
}

export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}

/** A list's items; a lone value counts as a list of one; nothing and null as an empty list. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** The texts of a scalar, or of the scalars of a list. */
export function textsOf(node: YamlNode | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item.text] : []));
}

/** True for what YAML 1.1 and 1.2 write for it: `true`, `yes`, `on`. */
export function isTrue(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && (node.value === true || /^(?:true|yes|on)$/i.test(node.text));
}

/** Every scalar below a node, in order. At most `max`. */
export function scalarsOf(node: YamlNode | undefined, max = 20_000): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  const visit = (current: YamlNode): void => {
    if (found.length >= max) return;
    if (current.kind === 'scalar') found.push(current);
    else if (current.kind === 'list') current.items.forEach(visit);
    else for (const entry of current.entries.values()) visit(entry.value);
  };
  if (node) visit(node);
  return found;
}

/** A scalar made of text, at the place of another node. */
export function scalarLike(place: YamlNode, text: string): YamlScalar {
  return {
    kind: 'scalar',
    path: place.path,
    line: place.line,
    textLine: place.line,
    keepsLines: false,
    value: text,
    text,
  };
}

/** Where line `lineOfText` (from 0) of a scalar's text stands in its file. */
export function lineInScalar(scalar: YamlScalar, lineOfText: number): number {
  return scalar.keepsLines ? scalar.textLine + lineOfText : scalar.textLine;
}
