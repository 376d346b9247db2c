// SPDX-License-Identifier: Apache-2.0
import type { LanguageShare, RepositoryTree } from '@plumbline/core/facts/repository-tree';
import { languageFamily } from './language-family.ts';
import { shortText } from '../words/short-text.ts';

/** A language family of the tree under its largest language's name, with its share of the source in percent. */
export type MainLanguage = { readonly language: string; readonly family: string | null; readonly percent: number };

/** Below this share of the source's bytes a language is not a main one, unless it is the largest. */
const mainPercentMin = 20;

/** What builds and configures is not the product's source, though it is written in a language of its own. */
const buildLanguages: ReadonlySet<string> = new Set([
  'makefile',
  'cmake',
  'm4',
  'batchfile',
  'starlark',
  'meson',
  'dockerfile',
  'jenkinsfile',
]);

/** The main languages, largest first: the largest family and every other with at least a fifth of the source. */
export function mainLanguages(tree: RepositoryTree): readonly MainLanguage[] {
  const bytesOf = new Map<string, { language: string; family: string | null; bytes: number }>();
  for (const { language, bytes } of tree.languages.filter(isSource).toSorted((a, b) => b.bytes - a.bytes)) {
    const family = languageFamily(language);
    const key = family ?? language.toLowerCase();
    const sum = bytesOf.get(key);
    if (sum === undefined) bytesOf.set(key, { language, family, bytes });
    else sum.bytes += bytes;
  }
  const all = [...bytesOf.values()].toSorted((a, b) => b.bytes - a.bytes);
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  return all
    .map(({ language, family, bytes }) => ({
      language: shortText(language),
      family,
      percent: Math.round((100 * bytes) / Math.max(1, total)),
    }))
    .filter(({ percent }, index) => index === 0 || percent >= mainPercentMin);
}

/** The share of a family in the source, in percent of its bytes, not rounded. */
export function percentOfFamily(tree: RepositoryTree, family: string): number {
  const source = tree.languages.filter(isSource);
  const total = source.reduce((sum, { bytes }) => sum + bytes, 0);
  const own = source.filter(({ language }) => languageFamily(language) === family);
  return (100 * own.reduce((sum, { bytes }) => sum + bytes, 0)) / Math.max(1, total);
}

const isSource = ({ language }: LanguageShare): boolean => !buildLanguages.has(language.toLowerCase());
