// SPDX-License-Identifier: Apache-2.0
import type { Trigger } from '@plumbline/core/facts/ci-pipelines';

const source =
  /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|cs|fs|vb|java|kt|kts|groovy|scala|clj|go|rs|py|pyx|rb|php|js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|svelte|swift|dart|ex|exs|erl|hrl|hs|ml|mli|lua|pl|pm|r|jl|zig|nim|d|sh|bash|ps1|sol|asm|s)$/i;
const aside =
  /(?:^|\/)(?:docs?|documentation|examples?|samples?|site|website|vendor|third_party|node_modules|\.github|\.circleci)\//i;

/**
 * The source files by which path filters are judged: `all`, one for each folder and ending outside documentation and
 * examples; `main`, an even sample of those in the language with the most bytes.
 */
export type SampledSources = { readonly all: readonly string[]; readonly main: readonly string[] };

type SourceFile = { readonly path: string; readonly size: number | null };

/** Endings that are one language to whoever filters by them. */
const families: readonly RegExp[] = [
  /^(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
  /^(?:js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|svelte)$/,
  /^(?:java|kt|kts|scala|groovy)$/,
  /^(?:py|pyx)$/,
  /^(?:exs?|erl|hrl)$/,
];
/** A filter may leave out a stray file of the language, such as a port of its own, and still watch the language. */
const mainShareMin = 0.95;

export function sampleSources(files: readonly SourceFile[], max = 600): SampledSources {
  const sample = new Map<string, string>();
  const byFamily = new Map<string, { bytes: number; paths: string[] }>();
  for (const { path, size } of files) {
    if (!source.test(path) || aside.test(path)) continue;
    const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const key = `${path.slice(0, path.lastIndexOf('/') + 1)}*${ending}`;
    if (!sample.has(key) && sample.size < max) sample.set(key, path);
    const family = families.find((endings) => endings.test(ending))?.source ?? ending;
    const known = byFamily.get(family) ?? { bytes: 0, paths: [] };
    known.bytes += size ?? 0;
    known.paths.push(path);
    byFamily.set(family, known);
  }
  const [largest] = [...byFamily.values()].sort((a, b) => b.bytes - a.bytes || b.paths.length - a.paths.length);
  const paths = largest?.paths ?? [];
  const stride = Math.ceil(paths.length / max);
  return { all: [...sample.values()], main: paths.filter((_, index) => index % stride === 0) };
}

/**
 * How a path filter narrows a trigger, judged by the tree: `documentation` where every source file still starts the
 * pipeline, `main-language` where (almost) every file of the main language does, `partial` where some of it does not.
 * Without any source file there is nothing to judge by: `partial`.
 */
export function pathCoverage({ all, main }: SampledSources, starts: (path: string) => boolean): Trigger['paths'] {
  if (all.length > 0 && all.every(starts)) return 'documentation';
  return main.length > 0 && main.filter(starts).length >= mainShareMin * main.length ? 'main-language' : 'partial';
}
