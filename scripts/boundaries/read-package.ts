// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A source file with the modules that it imports, as it writes them. */
export type SourceFile = { readonly path: string; readonly imports: readonly string[] };

/** What a package says about itself, and its sources. */
export type PackageSources = {
  /** Names in `dependencies` of package.json. */
  readonly dependencies: readonly string[];
  /** Names of the packages that tsconfig.json references. */
  readonly references: readonly string[];
  readonly files: readonly SourceFile[];
};

const importPattern = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|import\('([^']+)'\)/g;

/** The modules that a text of TypeScript imports, statically or lazily, types included. */
export function importsIn(text: string): readonly string[] {
  return [...text.matchAll(importPattern)].flatMap(([, statically, lazily]) => statically ?? lazily ?? []);
}

/** Reads packages/<name>. */
export function readPackage(name: string): PackageSources {
  const folder = `packages/${name}`;
  const { dependencies = {} } = json(`${folder}/package.json`) as { dependencies?: Record<string, string> };
  const { references = [] } = json(`${folder}/tsconfig.json`) as { references?: readonly { path: string }[] };
  const paths = readdirSync(`${folder}/src`, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    dependencies: Object.keys(dependencies),
    references: references.map(({ path }) => path.replace('../', '')),
    files: paths.map((path) => ({ path, imports: importsIn(readFileSync(path, 'utf8')) })),
  };
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
