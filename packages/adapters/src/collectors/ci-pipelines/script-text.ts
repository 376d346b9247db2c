// SPDX-License-Identifier: Apache-2.0
import { lineInScalar, type YamlNode } from './yaml/yaml-node.ts';

/** A script put together from several scalars, with the line of each of its lines in the file of the job. */
export type ScriptText = { readonly text: string; readonly lineOf: (offset: number) => number };

/** Joins scalars line by line. What stands in another file than `path` has the line `fallback`. */
export function joinScript(items: readonly YamlNode[], path: string, fallback: number): ScriptText {
  const lines: string[] = [];
  const places: number[] = [];
  for (const item of items) {
    if (item.kind !== 'scalar') continue;
    item.text.split('\n').forEach((line, index) => {
      lines.push(line);
      places.push(item.path === path ? lineInScalar(item, index) : fallback);
    });
  }
  return { text: lines.join('\n'), lineOf: (offset) => places[offset] ?? places[0] ?? fallback };
}
