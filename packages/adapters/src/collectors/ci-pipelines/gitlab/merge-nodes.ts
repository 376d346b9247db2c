// SPDX-License-Identifier: Apache-2.0
import { at, itemsOf, textAt, textsOf, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/yaml-node.ts';

const depthMax = 20;

/** GitLab's deep merge: mappings merge key by key, everything else is replaced by `over`, whose place counts. */
export function mergeNodes(base: YamlNode, over: YamlNode, depth = 0): YamlNode {
  if (base.kind !== 'map' || over.kind !== 'map' || depth > depthMax) return over;
  const entries = new Map<string, YamlEntry>(base.entries);
  for (const [key, entry] of over.entries) {
    const known = entries.get(key);
    entries.set(
      key,
      known === undefined ? entry : { ...entry, value: mergeNodes(known.value, entry.value, depth + 1) },
    );
  }
  return { ...over, entries };
}

/** A job with everything that it extends merged in. What it names but is not there extends nothing. */
export function withExtends(job: YamlMap, root: YamlMap, above: readonly string[] = []): YamlMap {
  const names = textsOf(at(job, 'extends')).filter((name) => !above.includes(name));
  if (names.length === 0 || above.length > 11) return job;
  let base: YamlNode | null = null;
  for (const name of names.slice(0, 20)) {
    const parent = at(root, name);
    if (parent?.kind !== 'map') continue;
    const resolved = withExtends(parent, root, [...above, name]);
    base = base === null ? resolved : mergeNodes(base, resolved);
  }
  const merged = base === null ? job : mergeNodes(base, job);
  return merged.kind === 'map' ? merged : job;
}

/** What `!reference [job, key]` stands for; the node itself where it is none. Undefined where nothing is there. */
export function withoutReference(node: YamlNode | undefined, root: YamlMap, depth = 0): YamlNode | undefined {
  if (node?.tag !== '!reference' || depth > 10) return node;
  const [name = '', ...keys] = textsOf(node);
  const job = at(root, name);
  const target = job?.kind === 'map' ? at(withExtends(job, root), ...keys) : undefined;
  return withoutReference(target, root, depth + 1);
}

/** The scalars of a script, with nested lists and references flattened. */
export function scriptItems(node: YamlNode | undefined, root: YamlMap, depth = 0): readonly YamlNode[] {
  const resolved = withoutReference(node, root);
  if (resolved === undefined || depth > 10) return [];
  if (resolved.kind === 'list')
    return resolved.items.flatMap((item) => scriptItems(item, root, depth + 1)).slice(0, 2000);
  return textAt(resolved) === undefined ? [] : itemsOf(resolved);
}
