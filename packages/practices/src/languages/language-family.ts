// SPDX-License-Identifier: Apache-2.0

// Names that tools and inventories use for languages which the same analysis covers.
const families: { readonly [name: string]: string } = {
  c: 'c',
  cc: 'c',
  cpp: 'c',
  'c++': 'c',
  cxx: 'c',
  'c-cpp': 'c',
  'c/c++': 'c',
  'objective-c': 'c',
  'objective-c++': 'c',
  cuda: 'c',
  assembly: 'assembly',
  javascript: 'javascript',
  js: 'javascript',
  jsx: 'javascript',
  typescript: 'javascript',
  ts: 'javascript',
  tsx: 'javascript',
  'javascript-typescript': 'javascript',
  vue: 'javascript',
  svelte: 'javascript',
  java: 'jvm',
  kotlin: 'jvm',
  'java-kotlin': 'jvm',
  groovy: 'jvm',
  scala: 'scala',
  'c#': 'dotnet',
  csharp: 'dotnet',
  cs: 'dotnet',
  'f#': 'dotnet',
  'visual basic .net': 'dotnet',
  go: 'go',
  golang: 'go',
  python: 'python',
  py: 'python',
  cython: 'python',
  rust: 'rust',
  rs: 'rust',
  ruby: 'ruby',
  rb: 'ruby',
  php: 'php',
  swift: 'swift',
  dart: 'dart',
  elixir: 'elixir',
  erlang: 'erlang',
  shell: 'shell',
  bash: 'shell',
  sh: 'shell',
  haskell: 'haskell',
  perl: 'perl',
};

/** The family of a language by any of its names, or null for a language that we do not know. */
export function languageFamily(language: string): string | null {
  const name = language.trim().toLowerCase();
  return Object.hasOwn(families, name) ? (families[name] ?? null) : null;
}

/** Whether two names mean languages of one family; a language that we do not know is only like itself. */
export function sameLanguage(one: string, other: string): boolean {
  const family = languageFamily(one);
  return family === null ? one.trim().toLowerCase() === other.trim().toLowerCase() : family === languageFamily(other);
}

/** Whether a tool that lists these languages analyses one: `*` is any; an empty list tells nothing. */
export function coversLanguage(listed: readonly string[], language: string): boolean {
  return listed.some((name) => name === '*' || sameLanguage(name, language));
}
