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

/** Jobs of a configuration with all that they extend, each resolved once; null while it is, so that a cycle is seen. */
const resolvedJobs = new WeakMap<YamlMap, Map<string, YamlMap | null>>();
const extendsDepthMax = 11;

/** A job with everything that it extends merged in. What it names but is not there, or extends itself, extends nothing. */
export function withExtends(job: YamlMap, root: YamlMap, depth = 0): YamlMap {
  const names = textsOf(at(job, 'extends'));
  if (names.length === 0 || depth > extendsDepthMax) return job;
  let base: YamlNode | null = null;
  for (const name of names.slice(0, 20)) {
    const resolved = resolvedJob(name, root, depth);
    if (resolved !== null) base = base === null ? resolved : mergeNodes(base, resolved);
  }
  const merged = base === null ? job : mergeNodes(base, job);
  return merged.kind === 'map' ? merged : job;
}

function resolvedJob(name: string, root: YamlMap, depth: number): YamlMap | null {
  const jobs = resolvedJobs.get(root) ?? new Map<string, YamlMap | null>();
  resolvedJobs.set(root, jobs);
  const known = jobs.get(name);
  if (known !== undefined) return known;
  const job = at(root, name);
  if (job?.kind !== 'map') return null;
  jobs.set(name, null);
  const resolved = withExtends(job, root, depth + 1);
  jobs.set(name, resolved);
  return resolved;
}

/** What `!reference [job, key]` stands for; the node itself where it is none. Undefined where nothing is there. */
export function withoutReference(node: YamlNode | undefined, root: YamlMap, depth = 0): YamlNode | undefined {
  if (node?.tag !== '!reference' || depth > 10) return node;
  const [name = '', ...keys] = textsOf(node);
  const job = at(root, name);
  const target = job?.kind === 'map' ? at(withExtends(job, root), ...keys) : undefined;
  return withoutReference(target, root, depth + 1);
}

const itemsMax = 2000;

/** The scalars of a script, with nested lists and references flattened; at most 2,000, and as many steps to find them. */
export function scriptItems(node: YamlNode | undefined, root: YamlMap): readonly YamlNode[] {
  const items: YamlNode[] = [];
  let steps = 0;
  const collect = (nested: YamlNode | undefined, depth: number): void => {
    steps += 1;
    const resolved = withoutReference(nested, root);
    if (resolved === undefined || depth > 10 || steps > 2 * itemsMax) return;
    if (resolved.kind !== 'list') {
      if (textAt(resolved) !== undefined) items.push(...itemsOf(resolved));
      return;
    }
    for (const item of resolved.items) {
      if (items.length >= itemsMax || steps > 2 * itemsMax) return;
      collect(item, depth + 1);
    }
  };
  collect(node, 0);
  return items.slice(0, itemsMax);
}
