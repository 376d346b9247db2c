// SPDX-License-Identifier: Apache-2.0
import type { ToolUse } from '@plumbline/core/facts/ci-pipelines';
import type { FoundTool } from './follow/tools-of-script.ts';
import type { ToolWay } from './tools/tool.ts';

/** A recognised way at its line in the pipeline file. */
export function toolUse(way: ToolWay, line: number): ToolUse {
  return { tool: way.id, purposes: way.purposes, languages: way.languages, line };
}

/** One use for each tool and line, with all its purposes and languages; in order of lines, then ids. */
export function mergeTools(uses: readonly ToolUse[]): readonly ToolUse[] {
  const merged = new Map<string, ToolUse>();
  for (const use of uses) {
    const key = `${use.line} ${use.tool}`;
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? { ...use, purposes: union(known.purposes, use.purposes), languages: union(known.languages, use.languages) }
        : use,
    );
  }
  return [...merged.values()].sort((a, b) => a.line - b.line || (a.tool < b.tool ? -1 : 1));
}

function union<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return [...new Set([...first, ...second])];
}

/** Whether everything that the script is for cannot fail it: all tools that check something swallow their failure. */
export function allIgnored(found: readonly FoundTool[]): boolean {
  const checking = found.filter(({ way }) =>
    way.purposes.some((purpose) => purpose !== 'build' && purpose !== 'publish'),
  );
  return checking.length > 0 && checking.every((tool) => tool.failureIgnored);
}
