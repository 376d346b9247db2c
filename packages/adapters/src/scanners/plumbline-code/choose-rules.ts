// SPDX-License-Identifier: Apache-2.0
import { createKeywordSearch } from '../embedded/keyword-search.ts';
import { type CodeLanguage, type Grammar, languageOf } from './code-language.ts';
import type { CodeRule } from './code-rule.ts';
import { codeRules } from './code-rules.ts';
import { dialects } from './flow/dialects.ts';

type LanguageFilter = (text: string) => readonly number[];

const filters = new Map<CodeLanguage, LanguageFilter>();

/**
 * The rules (places in `codeRules`) that a file can break at all: those one of whose keywords it holds, and for flows a source
 * as well. One pass over the text; most files hold none, and are never parsed.
 */
export function chooseRules(grammar: Grammar, text: string): readonly number[] {
  const language = languageOf(grammar);
  const filter = filters.get(language) ?? createFilter(language);
  filters.set(language, filter);
  return filter(text);
}

function createFilter(language: CodeLanguage): LanguageFilter {
  const rules = codeRules
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => rule.languages.includes(language));
  const sources = dialects[language].sourceKeywords;
  const keywords = [...new Set([...sources, ...rules.flatMap(({ rule }) => rule.keywords)])];
  const search = createKeywordSearch(keywords);
  const isSource = new Set(sources.map((source) => keywords.indexOf(source)));
  const rulesOf = keywords.map((keyword) => rules.filter(({ rule }) => rule.keywords.includes(keyword)));
  return (text) => {
    const seen = new Set<number>();
    search(text, (keyword) => {
      seen.add(keyword);
    });
    const hasSource = [...seen].some((keyword) => isSource.has(keyword));
    const chosen = new Set<number>();
    for (const keyword of seen)
      for (const { rule, index } of rulesOf[keyword] ?? []) if (applies(rule, text, hasSource)) chosen.add(index);
    return [...chosen].sort((a, b) => a - b);
  };
}

function applies(rule: CodeRule, text: string, hasSource: boolean): boolean {
  if (rule.form === 'flow' && !hasSource) return false;
  return (rule.requires?.test(text) ?? true) && !(rule.unlessFile?.test(text) ?? false);
}
