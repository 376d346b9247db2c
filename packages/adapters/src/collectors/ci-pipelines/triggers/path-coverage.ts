// SPDX-License-Identifier: Apache-2.0
import type { Trigger } from '@plumbline/core/facts/ci-pipelines';

const source =
  /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|cs|fs|vb|java|kt|kts|groovy|scala|clj|go|rs|py|pyx|rb|php|js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|svelte|swift|dart|ex|exs|erl|hrl|hs|ml|mli|lua|pl|pm|r|jl|zig|nim|d|sh|bash|ps1|sol|asm|s)$/i;
const aside =
  /(?:^|\/)(?:docs?|documentation|examples?|samples?|site|website|vendor|third_party|node_modules|\.github|\.circleci)\//i;

/** One source file for each folder and ending, outside documentation and examples: enough to judge path filters. */
export function sampleSources(paths: readonly string[], max = 600): readonly string[] {
  const sample = new Map<string, string>();
  for (const path of paths) {
    if (!source.test(path) || aside.test(path)) continue;
    const key = `${path.slice(0, path.lastIndexOf('/') + 1)}*${path.slice(path.lastIndexOf('.'))}`;
    if (!sample.has(key)) sample.set(key, path);
    if (sample.size >= max) break;
  }
  return [...sample.values()];
}

/**
 * How a path filter narrows a trigger, judged by the tree: `documentation` where every source file still starts the
 * pipeline, `partial` where some do not. Without any source file there is nothing to judge by: `partial`.
 */
export function pathCoverage(sources: readonly string[], starts: (path: string) => boolean): Trigger['paths'] {
  return sources.length > 0 && sources.every(starts) ? 'documentation' : 'partial';
}
