// SPDX-License-Identifier: Apache-2.0
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml';
import { explosiveYaml } from '../../../platform/syntax/explosive-yaml.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts';

const depthMax = 60;
/** Nodes after aliases are expanded: a document that multiplies itself is refused. */
const nodesMax = 400_000;

export type ParsedYaml =
  | { readonly ok: true; readonly documents: readonly YamlNode[] }
  | { readonly ok: false; readonly because: string; readonly line?: number };

class Refused extends Error {}

type Converting = {
  readonly path: string;
  readonly lines: LineCounter;
  readonly document: Document.Parsed;
  /** Every anchored node once; null while it is being converted, so that a cycle is seen. */
  readonly known: Map<Node, { readonly node: YamlNode; readonly size: number } | null>;
  size: number;
};

/** Parses every document of a YAML file. Never throws: hostile text is a reason. Empty documents are left out. */
export function parseYaml(path: string, text: string): ParsedYaml {
  const danger = explosiveYaml(text);
  if (danger !== null) return { ok: false, because: `invalid YAML: ${danger}` };
  try {
    const { documents, lines } = documentsOf(text);
    const found: YamlNode[] = [];
    for (const document of documents) {
      const [error] = document.errors;
      if (error)
        return {
          ok: false,
          because: `invalid YAML: ${firstLine(error.message)}`,
          line: lines.linePos(error.pos[0]).line,
        };
      if (document.contents === null) continue;
      found.push(convert(document.contents, { path, lines, document, known: new Map(), size: 0 }, 0));
    }
    return { ok: true, documents: found };
  } catch (error) {
    // Deep nesting overflows the parser's stack: a RangeError is the content's fault, like any other refusal.
    return {
      ok: false,
      because: error instanceof Refused ? error.message : 'invalid YAML: nested too deeply or malformed',
    };
  }
}

type Documents = { readonly documents: readonly Document.Parsed[]; readonly lines: LineCounter };

/**
 * Many files close a list or map of several lines further to the left than YAML 1.2 allows (§8.1), and the parsers of the CI
 * systems take it: where that is the fault, the same is read with the closing lines moved to the right.
 */
function documentsOf(text: string): Documents {
  const strict = parseDocuments(text);
  const closesLeft = strict.documents.some(({ errors }) => errors.some(({ code }) => code === 'BAD_INDENT'));
  return closesLeft
    ? parseDocuments(text.replace(closingLine, (line) => ' '.repeat(closingIndent) + line.trim()))
    : strict;
}

function parseDocuments(text: string): Documents {
  const lines = new LineCounter();
  const options = { lineCounter: lines, uniqueKeys: false, logLevel: 'silent', prettyErrors: false } as const;
  const documents = parseAllDocuments(text, options);
  return { documents: Array.isArray(documents) ? documents : [], lines };
}

const closingLine = /^ {0,200}[\]}],? *$/gm;
const closingIndent = 200;

const firstLine = (message: string): string => (message.split('\n', 1)[0] ?? '').slice(0, 160);

function convert(node: Node, context: Converting, depth: number): YamlNode {
  if (depth > depthMax) throw new Refused(`nested deeper than ${depthMax}`);
  if (isAlias(node)) return expand(node.resolve(context.document), node.source, context, depth);
  const anchored = 'anchor' in node && node.anchor !== undefined;
  if (!anchored) return convertPlain(node, context, depth);
  return expand(node, 'itself', context, depth);
}

function expand(target: Node | undefined, name: string, context: Converting, depth: number): YamlNode {
  if (target === undefined) throw new Refused(`the alias *${name.slice(0, 40)} has no anchor`);
  const known = context.known.get(target);
  if (known === null) throw new Refused(`the anchor &${name.slice(0, 40)} contains itself`);
  if (known) {
    grow(context, known.size);
    return known.node;
  }
  context.known.set(target, null);
  const before = context.size;
  const node = convertPlain(target, context, depth);
  context.known.set(target, { node, size: context.size - before });
  return node;
}

function grow(context: Converting, by: number): void {
  context.size += by;
  if (context.size > nodesMax) throw new Refused(`more than ${nodesMax} values once aliases are expanded`);
}

function convertPlain(node: Node, context: Converting, depth: number): YamlNode {
  grow(context, 1);
  const line = context.lines.linePos(node.range?.[0] ?? 0).line;
  const tag = typeof node.tag === 'string' && node.tag.startsWith('!') ? { tag: node.tag } : {};
  const place = { path: context.path, line, ...tag };
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as Node, context, depth + 1));
    return { ...place, kind: 'list', items };
  }
  if (isMap(node)) return { ...place, kind: 'map', entries: convertEntries(node.items as Pair[], context, depth) };
  return convertScalar(node, place);
}

type Pair = { readonly key: unknown; readonly value: unknown };

function convertEntries(pairs: readonly Pair[], context: Converting, depth: number): ReadonlyMap<string, YamlEntry> {
  const own = new Map<string, YamlEntry>();
  const merged = new Map<string, YamlEntry>();
  for (const pair of pairs) {
    const keyNode = pair.key as Node | null;
    if (!isScalar(keyNode)) continue;
    const key = typeof keyNode.source === 'string' ? keyNode.source : String(keyNode.value);
    const line = context.lines.linePos(keyNode.range?.[0] ?? 0).line;
    const value: YamlNode =
      pair.value === null
        ? { kind: 'scalar', path: context.path, line, textLine: line, keepsLines: false, value: null, text: '' }
        : convert(pair.value as Node, context, depth + 1);
    if (key === '<<') mergeInto(merged, value);
    else own.set(key, { key, line, value });
  }
  // YAML merge key: explicit keys win over merged ones, an earlier merge over a later one.
  for (const [key, entry] of merged) if (!own.has(key)) own.set(key, entry);
  return own;
}

function mergeInto(merged: Map<string, YamlEntry>, value: YamlNode): void {
  if (value.kind === 'list') value.items.forEach((item) => mergeInto(merged, item));
  else if (value.kind === 'map') {
    for (const [key, entry] of value.entries) if (!merged.has(key)) merged.set(key, entry);
  }
}

function convertScalar(node: Node, place: { readonly path: string; readonly line: number }): YamlScalar {
  if (!isScalar(node))
    return { ...place, kind: 'scalar', value: null, text: '', textLine: place.line, keepsLines: false };
  const raw = node.value;
  const keepsLines = node.type === 'BLOCK_LITERAL';
  const textLine = keepsLines || node.type === 'BLOCK_FOLDED' ? place.line + 1 : place.line;
  const comment = typeof node.comment === 'string' ? { comment: node.comment.trim().slice(0, 80) } : {};
  const base = { ...place, kind: 'scalar', textLine, keepsLines, ...comment } as const;
  if (raw === null || raw === undefined) return { ...base, value: null, text: '' };
  const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? raw : String(raw);
  const text = typeof raw === 'string' ? raw : (node.source ?? String(raw));
  return { ...base, value, text };
}
