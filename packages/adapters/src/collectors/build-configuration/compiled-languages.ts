// SPDX-License-Identifier: Apache-2.0
import { languageOfPath } from '../../platform/paths/language-of-path.ts';
import type { TreePaths } from '../../platform/paths/tree-paths.ts';

/** Languages without memory safety, whose compilers and linkers take hardening flags. */
const hardened: ReadonlySet<string> = new Set([
  'C',
  'C++',
  'Objective-C',
  'Objective-C++',
  'Fortran',
  'Assembly',
  'CUDA',
]);

// what helps to develop is not shipped
const helpers =
  /^(?:\.github|scripts?|tools?|hack|contrib|ci|bench(?:marks?)?|fuzz(?:ing)?|dev|devtools|misc|packaging)\//u;

/**
 * Languages of the product's own source whose binaries take hardening flags. Rust, Go, Swift and Zig are memory-safe by
 * default and not named; what they compile through cgo or a build script is, since it lies in the tree as C. Headers
 * alone compile to nothing.
 */
export function compiledLanguages({ files, classOf }: TreePaths): readonly string[] {
  const found = new Set<string>();
  let headers = false;
  for (const path of files) {
    const language = languageOfPath(path);
    if (language === null || !hardened.has(language) || helpers.test(path) || classOf(path) !== 'source') continue;
    if (/\.h$/iu.test(path)) headers = true;
    else found.add(language);
  }
  // `.m` is also MATLAB's ending, and those projects have no headers
  if (!headers) found.delete('Objective-C');
  return [...found].sort();
}
