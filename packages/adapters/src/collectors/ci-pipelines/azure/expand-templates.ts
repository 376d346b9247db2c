// SPDX-License-Identifier: Apache-2.0
import type { AnalysisContext, Elsewhere } from '../analysis-context.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { at, entriesOf, itemsOf, textAt, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts';
import { azureConditionHolds, type AzureLookup } from './azure-expression.ts';

/** An item of `stages`, `jobs` or `steps` with the parameters that hold inside it. */
export type AzureItem = { readonly node: YamlNode; readonly parameters: Parameters; readonly line: number };

/** Parameters of a template by lower-case name. */
export type Parameters = ReadonlyMap<string, YamlNode>;

export type Expanding = {
  readonly context: AnalysisContext;
  /** The pipeline file: what stands in another file has the line of the item that called it. */
  readonly path: string;
  readonly elsewhere: Elsewhere[];
  /** Templates of other repositories, as written. */
  readonly external: { readonly reference: string; readonly line: number }[];
  readonly lookup: (parameters: Parameters) => AzureLookup;
  budget: number;
};

export type Kind = 'stages' | 'jobs' | 'steps';

const depthMax = 10;

/** The items of a list with templates, `${{ if }}`, `${{ each }}` and inserted parameters expanded. */
export function expandItems(
  node: YamlNode | undefined,
  kind: Kind,
  from: { readonly parameters: Parameters; readonly line: number | null; readonly depth: number },
  into: Expanding,
): readonly AzureItem[] {
  if (from.depth > depthMax) return [];
  return itemsOf(node).flatMap((item): readonly AzureItem[] => {
    into.budget -= 1;
    if (into.budget < 0) return [];
    const line = from.line ?? (item.path === into.path ? item.line : 1);
    const below = { ...from, line: from.line, depth: from.depth + 1 };
    const inserted = insertedParameter(item, from.parameters);
    if (inserted !== undefined) return expandItems(inserted, kind, below, into);
    const [entry] = entriesOf(item);
    if (entry?.key.startsWith('${{')) {
      return entriesOf(item).flatMap(({ key, value }) => {
        const looped = loopedParameter(key, from.parameters);
        if (looped !== undefined) return expandItems(looped, kind, below, into);
        return mayApply(key, into.lookup(from.parameters)) ? expandItems(value, kind, below, into) : [];
      });
    }
    const template = textAt(item, 'template');
    return template === undefined
      ? [{ node: withConditionals(item, into.lookup(from.parameters), 0), parameters: from.parameters, line }]
      : expandTemplate(item, template, { ...below, kind, line }, into);
  });
}

type Below = { readonly parameters: Parameters; readonly line: number; readonly depth: number; readonly kind: Kind };

function expandTemplate(item: YamlNode, written: string, from: Below, into: Expanding): readonly AzureItem[] {
  const { kind } = from;
  const template = filled(written, from.parameters);
  const [name = '', repository] = template.split('@');
  const folder = item.path.slice(0, Math.max(0, item.path.lastIndexOf('/')));
  const path = name.startsWith('/') ? resolvePath('', name.slice(1)) : resolvePath(folder, name);
  const isForeign = repository !== undefined && repository !== 'self';
  if (isForeign || path === null || !into.context.files.has(path)) {
    into.elsewhere.push({ path: into.path, line: from.line, what: 'template', reference: template });
    if (isForeign) into.external.push({ reference: template, line: from.line });
    // What is handed to a template that is not here still runs inside it.
    const handed = at(item, 'parameters', kind);
    return expandItems(handed, kind, { ...from, line: item.path === into.path ? null : from.line }, into);
  }
  const parsed = into.context.files.yaml(path);
  const document = parsed?.ok ? parsed.documents[0] : undefined;
  const parameters = handedOn(document, item, from.parameters);
  return expandItems(at(document, kind), kind, { parameters, line: from.line, depth: from.depth }, into);
}

/** The parameters inside a template: its defaults, over them what its caller hands on. */
function handedOn(template: YamlNode | undefined, call: YamlNode, given: Parameters): Parameters {
  const parameters = new Map<string, YamlNode>(declared(at(template, 'parameters')));
  for (const { key, value } of entriesOf(at(call, 'parameters'))) {
    // `${{ each x in parameters }}: ${{ x.key }}: ${{ x.value }}` hands everything on.
    const isAll = /^\$\{\{\s*each\s+\w{1,60}\s+in\s+parameters\s*\}\}$/.test(key);
    if (isAll) given.forEach((node, name) => parameters.set(name, node));
    else parameters.set(key.toLowerCase(), insertedParameter(value, given) ?? value);
  }
  return parameters;
}

/** `${{ each x in parameters.y }}` over a list of mappings: the list itself, as its items most often become. */
function loopedParameter(key: string, parameters: Parameters): YamlNode | undefined {
  const name = /^\$\{\{\s*each\s+\w{1,60}\s+in\s+parameters\.([\w-]{1,80})\s*\}\}$/.exec(key)?.[1];
  const list = name === undefined ? undefined : parameters.get(name.toLowerCase());
  return list?.kind === 'list' && list.items.some((item) => item.kind === 'map') ? list : undefined;
}

/** A mapping with what its `${{ if }}` keys may bring in; its own keys win. */
function withConditionals(node: YamlNode, lookup: AzureLookup, depth: number): YamlNode {
  if (node.kind !== 'map' || depth > 4) return node;
  const entries = new Map<string, YamlEntry>();
  for (const entry of node.entries.values()) {
    if (!entry.key.startsWith('${{'))
      entries.set(entry.key, { ...entry, value: withConditionals(entry.value, lookup, depth + 1) });
    else if (mayApply(entry.key, lookup) && entry.value.kind === 'map') {
      const inner = withConditionals(entry.value, lookup, depth + 1);
      for (const brought of entriesOf(inner))
        if (!node.entries.has(brought.key) && !entries.has(brought.key)) entries.set(brought.key, brought);
    }
  }
  return { ...node, entries };
}

/** Parameters as a list of `name` and `default`, or as a mapping of defaults. */
export function declared(node: YamlNode | undefined): readonly (readonly [string, YamlNode])[] {
  if (node?.kind === 'map') return entriesOf(node).map(({ key, value }) => [key.toLowerCase(), value] as const);
  return itemsOf(node).flatMap((item) => {
    const name = textAt(item, 'name');
    const value = at(item, 'default');
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as const];
  });
}

function insertedParameter(node: YamlNode, parameters: Parameters): YamlNode | undefined {
  const name = /^\$\{\{\s*parameters(?:\.([\w-]{1,80})|\[['"]([\w-]{1,80})['"]\])\s*\}\}$/.exec(textAt(node) ?? '');
  return name === null ? undefined : parameters.get((name[1] ?? name[2] ?? '').toLowerCase());
}

function mayApply(key: string, lookup: AzureLookup): boolean {
  return !/^\$\{\{\s*(?:else)?if\b/.test(key) || azureConditionHolds(key, lookup) !== 'no';
}

/** Replaces `${{ parameters.x }}` by plain values. */
export function filled(text: string, parameters: Parameters): string {
  return text.replaceAll(
    /\$\{\{\s*parameters(?:\.([\w-]{1,80})|\[['"]([\w-]{1,80})['"]\])\s*\}\}/g,
    (whole, dotted: string | undefined, quoted: string | undefined) =>
      textAt(parameters.get((dotted ?? quoted ?? '').toLowerCase())) ?? whole,
  );
}
