// SPDX-License-Identifier: Apache-2.0
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import { explosiveYaml } from '../syntax/explosive-yaml.ts';

/** A step into a document: a key, or an index of a list. */
export type YamlStep = string | number;

/** A single YAML document as plain values that can still tell where each stood, or why it was refused. */
export type YamlReading =
  | {
      readonly state: 'read';
      readonly value: unknown;
      readonly lineOf: (steps: readonly YamlStep[]) => number;
      readonly placeOf: (steps: readonly YamlStep[]) => YamlPlace;
    }
  | { readonly state: 'refused'; readonly because: string; readonly line: number };

/**
 * Where the text of a value starts; both count from 1. `literal`: it is a block of which each line stands as it is, from
 * `indent` columns on, its first line being the one after `line`.
 */
export type YamlPlace = {
  readonly line: number;
  readonly column: number;
  readonly literal: boolean;
  readonly indent: number;
};

const depthMax = 40;
const valuesMax = 200_000;
const aliasesMax = 20;

/**
 * Reads YAML 1.2 (and with it JSON). Never throws. Refused, with the line: what does not parse, a key given twice,
 * several documents, custom tags, nesting over 40, more than 20 expansions of an alias, more than 200,000 values.
 */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const refuse = (because: string, offset: number): YamlReading => ({
    state: 'refused',
    because,
    line: lines.linePos(offset).line || 1,
  });
  const danger = explosiveYaml(text);
  if (danger !== null) return refuse(danger, 0);
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
      schema: 'core',
      uniqueKeys: false, // looked for below: the library takes time that grows with the square of a map's keys
    });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault) return refuse(firstLine(fault.message), fault.pos[0]);
    const repeated = repeatedKey(document);
    if (repeated !== null) return refuse('Map keys must be unique', repeated);
    const value: unknown = document.toJS({ maxAliasCount: aliasesMax });
    if (!isBounded(value)) return refuse(`nested deeper than ${depthMax} or more than ${valuesMax} values`, 0);
    return {
      state: 'read',
      value,
      lineOf: (steps) => lines.linePos(nodeAt(document, steps).start).line || 1,
      placeOf: (steps) => placeOf(text, lines, nodeAt(document, steps).value),
    };
  } catch (error) {
    // A RangeError of deep nesting and the ReferenceError of exploding aliases are the content's fault.
    return refuse(error instanceof ReferenceError ? 'aliases that multiply the document' : 'nested too deeply', 0);
  }
}

/** Where a map has a key for the second time; null when none has. */
function repeatedKey(document: Document.Parsed): number | null {
  let found: number | null = null;
  visit(document, {
    Map(_, map) {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          found = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

const firstLine = (message: string): string => (message.split('\n', 1)[0] ?? '').slice(0, 160);

function isBounded(root: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let seen = 1, next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= depthMax) return false;
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
    seen += Object.keys(next.value).length;
    if (seen > valuesMax) return false;
  }
  return true;
}

type At = { readonly start: number; readonly value: Node | null };

/** The deepest node on the way that exists: a missing key is reported where it should have been. */
function nodeAt(document: Document.Parsed, steps: readonly YamlStep[]): At {
  let at: At = { start: document.contents?.range[0] ?? 0, value: document.contents };
  for (const step of steps) {
    const parent = at.value;
    if (!isMap(parent) && !isSeq(parent)) break;
    const pair = isMap(parent) ? parent.items.find((entry) => keyOf(entry.key) === step) : undefined;
    const value: unknown = pair === undefined ? (isSeq(parent) ? parent.items[Number(step)] : undefined) : pair.value;
    const shown: unknown = pair === undefined ? value : pair.key;
    if (!isNode(shown) || !shown.range) break;
    at = { start: shown.range[0], value: isNode(value) ? value : shown };
  }
  return at;
}

function placeOf(text: string, lines: LineCounter, node: Node | null): YamlPlace {
  const start = node?.range?.[0] ?? 0;
  const { line, col } = lines.linePos(start);
  const type = isScalar(node) ? node.type : undefined;
  const quoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
  const indent = type === 'BLOCK_LITERAL' ? indentAfter(text, start) : 0;
  return { line: line || 1, column: (col || 1) + (quoted ? 1 : 0), literal: type === 'BLOCK_LITERAL', indent };
}

/** The columns before the first line of text of a block that starts at `start`. */
function indentAfter(text: string, start: number): number {
  const block = text
    .slice(start, start + 10_000)
    .split('\n')
    .slice(1);
  const first = block.find((line) => line.trim() !== '') ?? '';
  return first.length - first.trimStart().length;
}

const keyOf = (key: unknown): unknown =>
  typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : key;
