// SPDX-License-Identifier: Apache-2.0
import type { Condition, ConfigurationFormat, ConfigurationRule } from './configuration-rule.ts';
import { configurationRules } from './configuration-rules.ts';
import { type ConfigurationNode, nodesAt } from './configuration-tree.ts';

export type FoundConfiguration = { readonly rule: ConfigurationRule; readonly line: number };

/** What the rules of a format find in a tree, once for each line and rule. */
export function findInConfiguration(
  format: ConfigurationFormat,
  tree: ConfigurationNode,
): readonly FoundConfiguration[] {
  const found = new Map<string, FoundConfiguration>();
  for (const rule of configurationRules) {
    if (rule.format !== format) continue;
    for (const node of nodesAt(tree, rule.at)) {
      const line = lineOf(node, rule.conditions);
      if (line !== null) found.set(`${rule.id}:${line}`, { rule, line });
    }
  }
  return [...found.values()];
}

/** The line to tell when all conditions hold; null when one does not. */
function lineOf(node: ConfigurationNode, conditions: readonly Condition[]): number | null {
  let line: number | null = null;
  for (const condition of conditions) {
    const nodes = nodesAt(node, condition.path);
    if ('missing' in condition) {
      if (nodes.length > 0) return null;
    } else if ('isNot' in condition) {
      if (nodes.some(({ text }) => condition.isNot.test(text ?? ''))) return null;
    } else {
      const matched = nodes.find(({ text }) => text !== null && condition.is.test(text));
      if (matched === undefined) return null;
      line ??= matched.line;
    }
  }
  return line ?? node.line;
}
