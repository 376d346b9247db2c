// SPDX-License-Identifier: Apache-2.0
import { type ShellCommand, splitCommands } from '../shell/split-commands.ts';
import { type ParsedYaml, parseYaml } from '../yaml/parse-yaml.ts';

/**
 * The tree as analysis sees it: pure, and asked for again with more files until nothing is missing. `text` is undefined
 * for what is not there, was not readable, or has not been read yet; the last is noted in `wanted`.
 */
export type RepositoryFiles = {
  /** Paths of all files, in byte order. */
  readonly paths: readonly string[];
  readonly has: (path: string) => boolean;
  readonly text: (path: string) => string | undefined;
  /** A file parsed as YAML, once; undefined where its text is. */
  readonly yaml: (path: string) => ParsedYaml | undefined;
  /** Anything that is derived from one file's text, computed once: `key` names what. */
  readonly derived: <T>(key: string, path: string, derive: (text: string) => T) => T | undefined;
  /** The paths that fit a pattern, sought once: `pattern` is a constant of its module. */
  readonly matching: (pattern: RegExp) => readonly string[];
  /**
   * The result of one part of the analysis, kept until a file arrives that it lacked: `key` names the part. Without it
   * every round would analyse every file anew.
   */
  readonly part: <T>(key: string, analyse: () => T) => T;
  /** The commands of a shell script; the same text is split once, as long as there is room. */
  readonly commands: (script: string) => readonly ShellCommand[];
};

const cachedMax = 8_000_000;

export type LoadedFiles = RepositoryFiles & {
  readonly wanted: ReadonlySet<string>;
  readonly put: (path: string, text: string | null) => void;
};

export function createRepositoryFiles(paths: readonly string[]): LoadedFiles {
  const known = new Set(paths);
  const texts = new Map<string, string | null>();
  const wanted = new Set<string>();
  const cache = new Map<string, unknown>();
  const selected = new Map<RegExp, readonly string[]>();
  const parts = createParts((path) => texts.has(path));
  const text = (path: string): string | undefined => {
    if (!known.has(path)) return undefined;
    const found = texts.get(path);
    if (found === undefined) {
      wanted.add(path);
      parts.lacks(path);
    }
    return found ?? undefined;
  };
  const derived = <T>(key: string, path: string, derive: (text: string) => T): T | undefined => {
    const content = text(path);
    if (content === undefined) return undefined;
    const name = `${key} ${path}`;
    // The key fixes the type: one caller a key.
    if (!cache.has(name)) cache.set(name, derive(content));
    return cache.get(name) as T;
  };
  return {
    paths,
    has: (path) => known.has(path),
    text,
    derived,
    commands: createSplitter(),
    matching: (pattern) => {
      const found = selected.get(pattern) ?? paths.filter((path) => pattern.test(path));
      selected.set(pattern, found);
      return found;
    },
    part: parts.part,
    yaml: (path) => derived('yaml', path, (content) => parseYaml(path, content)),
    wanted,
    put: (path, content) => {
      texts.set(path, content);
      wanted.delete(path);
    },
  };
}

type Parts = { readonly part: RepositoryFiles['part']; readonly lacks: (path: string) => void };

function createParts(hasArrived: (path: string) => boolean): Parts {
  const known = new Map<string, { readonly value: unknown; readonly lacking: ReadonlySet<string> }>();
  const open: Set<string>[] = [];
  const lacks = (path: string): void => open.forEach((lacking) => lacking.add(path));
  return {
    lacks,
    part: <T>(key: string, analyse: () => T): T => {
      const before = known.get(key);
      if (before !== undefined && ![...before.lacking].some(hasArrived)) {
        before.lacking.forEach(lacks);
        // The key fixes the type: one caller a key.
        return before.value as T;
      }
      const lacking = new Set<string>();
      open.push(lacking);
      try {
        const value = analyse();
        known.set(key, { value, lacking });
        return value;
      } finally {
        open.pop();
      }
    },
  };
}

function createSplitter(): RepositoryFiles['commands'] {
  const scripts = new Map<string, readonly ShellCommand[]>();
  let cached = 0;
  return (script) => {
    const known = scripts.get(script);
    if (known) return known;
    const split = splitCommands(script);
    cached += script.length;
    if (cached < cachedMax) scripts.set(script, split);
    return split;
  };
}
