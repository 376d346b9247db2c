// SPDX-License-Identifier: Apache-2.0

/** Languages that rules are written for. Rules for `javascript` hold for TypeScript and JSX as well. */
export type CodeLanguage = 'javascript' | 'python' | 'java' | 'go' | 'ruby' | 'php' | 'csharp' | 'c';

/** A grammar, by the name under which the parser knows it. */
export type Grammar = 'JavaScript' | 'TypeScript' | 'Tsx' | Exclude<CodeLanguage, 'javascript'>;

const grammarByEnding: { readonly [ending: string]: Grammar } = {
  js: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  jsx: 'JavaScript',
  ts: 'TypeScript',
  mts: 'TypeScript',
  cts: 'TypeScript',
  tsx: 'Tsx',
  py: 'python',
  java: 'java',
  go: 'go',
  rb: 'ruby',
  rake: 'ruby',
  php: 'php',
  phtml: 'php',
  cs: 'csharp',
  c: 'c',
  h: 'c',
};

/** The grammar for a file, by its ending; null when there is none for it. */
export function grammarOf(path: string): Grammar | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? null : (grammarByEnding[name.slice(dot + 1).toLowerCase()] ?? null);
}

/** The language whose rules hold for a grammar. */
export function languageOf(grammar: Grammar): CodeLanguage {
  return grammar === 'JavaScript' || grammar === 'TypeScript' || grammar === 'Tsx' ? 'javascript' : grammar;
}
