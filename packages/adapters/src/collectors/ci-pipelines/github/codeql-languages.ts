// SPDX-License-Identifier: Apache-2.0
import { textAt, type YamlNode } from '../yaml/yaml-node.ts';
import { variantsOf } from './github-matrix.ts';
import type { StepScope } from './step-scope.ts';

const names: { readonly [language: string]: readonly string[] } = {
  c: ['C', 'C++'],
  cpp: ['C', 'C++'],
  'c-cpp': ['C', 'C++'],
  csharp: ['C#'],
  go: ['Go'],
  java: ['Java', 'Kotlin'],
  kotlin: ['Java', 'Kotlin'],
  'java-kotlin': ['Java', 'Kotlin'],
  javascript: ['JavaScript', 'TypeScript'],
  typescript: ['JavaScript', 'TypeScript'],
  'javascript-typescript': ['JavaScript', 'TypeScript'],
  python: ['Python'],
  ruby: ['Ruby'],
  rust: ['Rust'],
  swift: ['Swift'],
  actions: ['GitHub Actions'],
};

/** The languages of a CodeQL `init`, through the matrix; `*` where it finds them by itself or they are not known. */
export function codeqlLanguages(inputs: YamlNode | undefined, scope: StepScope): readonly string[] {
  const written = textAt(inputs, 'languages') ?? '';
  const listed = variantsOf(written, scope.combinations, scope.known).flatMap((text) => text.split(','));
  const languages = listed.map((text) => text.trim().toLowerCase()).filter((text) => text !== '');
  if (languages.length === 0) return ['*'];
  return [
    ...new Set(languages.flatMap((language) => (Object.hasOwn(names, language) ? (names[language] ?? []) : ['*']))),
  ];
}
