// SPDX-License-Identifier: Apache-2.0
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
};

export type LoadedFiles = RepositoryFiles & {
  readonly wanted: ReadonlySet<string>;
  readonly put: (path: string, text: string | null) => void;
};

export function createRepositoryFiles(paths: readonly string[]): LoadedFiles {
  const known = new Set(paths);
  const texts = new Map<string, string | null>();
  const wanted = new Set<string>();
  const cache = new Map<string, unknown>();
  const text = (path: string): string | undefined => {
    if (!known.has(path)) return undefined;
    const found = texts.get(path);
    if (found === undefined) wanted.add(path);
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
    yaml: (path) => derived('yaml', path, (content) => parseYaml(path, content)),
    wanted,
    put: (path, content) => {
      texts.set(path, content);
      wanted.delete(path);
    },
  };
}
