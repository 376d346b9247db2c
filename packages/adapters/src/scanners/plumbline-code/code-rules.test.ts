// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { CodeLanguage, Grammar } from './code-language.ts';
import type { CodeExamples, CodeRule } from './code-rule.ts';
import { codeRules } from './code-rules.ts';
import { chooseRules } from './choose-rules.ts';
import { analyseFile } from './worker/analyse-file.ts';

const grammarsOf = (language: CodeLanguage): readonly Grammar[] =>
  language === 'javascript' ? ['JavaScript', 'TypeScript', 'Tsx'] : [language];

/** Rules that find something in a text, as a scan of a file does it: filter, parse, match. */
function foundIn(grammar: Grammar, text: string): readonly string[] {
  const rules = chooseRules(grammar, text);
  const reply = analyseFile({ path: 'example', grammar, rules, text });
  if (reply.state === 'failed') throw new Error(reply.because);
  return reply.found.map(({ rule }) => codeRules[rule]?.id ?? '');
}

function examples(of: CodeExamples): readonly { readonly grammar: Grammar; readonly text: string }[] {
  return (Object.entries(of) as [CodeLanguage, readonly string[]][]).flatMap(([language, texts]) =>
    grammarsOf(language).flatMap((grammar) => texts.map((text) => ({ grammar, text }))),
  );
}

describe.each(codeRules.map((rule): [string, CodeRule] => [rule.id, rule]))('%s', (id, rule) => {
  it('finds each bad example', () => {
    for (const { grammar, text } of examples(rule.bad))
      expect(foundIn(grammar, text), `${grammar}: ${text}`).toContain(id);
  });
  it('finds no good example', () => {
    for (const { grammar, text } of examples(rule.good))
      expect(foundIn(grammar, text), `${grammar}: ${text}`).not.toContain(id);
  });
  it('has both examples in each of its languages', () => {
    expect(Object.keys(rule.bad).sort()).toEqual([...rule.languages].sort());
    expect(Object.keys(rule.good).sort()).toEqual([...rule.languages].sort());
  });
});

it('has no two rules of one id', () => {
  expect(new Set(codeRules.map(({ id }) => id)).size).toBe(codeRules.length);
});
