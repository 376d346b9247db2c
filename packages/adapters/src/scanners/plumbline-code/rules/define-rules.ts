// SPDX-License-Identifier: Apache-2.0
import type { CodeLanguage } from '../code-language.ts';
import type { CallRule, CodeRule, FlowRule, PatternRule } from '../code-rule.ts';

type Text = readonly [string, ...string[]];
type Own = 'id' | 'languages' | 'keywords' | 'requires' | 'unlessFile' | 'bad' | 'good' | 'form';
/** What is said of a weakness once for all languages. */
type Weakness<R extends CodeRule> = Omit<R, Own | 'sinks' | 'sanitizers' | 'calls' | 'config'> & {
  readonly slug: string;
};
/** What differs between them; a severity, confidence or title of its own where the language makes it another matter. */
type InLanguage<R extends CodeRule> = Pick<R, 'keywords'> & {
  readonly requires?: RegExp;
  readonly unlessFile?: RegExp;
  readonly bad: Text;
  readonly good: Text;
} & Partial<Pick<R, 'severity' | 'confidence' | 'title' | 'message' | 'remedy' | 'weakness'>>;

type ByLanguage<T> = { readonly [L in CodeLanguage]?: T };

/** One weakness as a rule for each language, named `language-slug`: where data from outside flows into a sink. */
export function flowRules(
  weakness: Weakness<FlowRule>,
  languages: ByLanguage<InLanguage<FlowRule> & Pick<FlowRule, 'sinks' | 'sanitizers'>>,
): readonly CodeRule[] {
  return inEach(weakness, languages, 'flow');
}

/** The same for calls that are wrong by what they say themselves. */
export function callRules(
  weakness: Weakness<CallRule>,
  languages: ByLanguage<InLanguage<CallRule> & Pick<CallRule, 'calls'>>,
): readonly CodeRule[] {
  return inEach(weakness, languages, 'call');
}

/** The same for what the form in the syntax tree shows. */
export function patternRules(
  weakness: Weakness<PatternRule>,
  languages: ByLanguage<InLanguage<PatternRule> & Pick<PatternRule, 'config'>>,
): readonly CodeRule[] {
  return inEach(weakness, languages, 'pattern');
}

function inEach(
  { slug, ...shared }: { readonly slug: string },
  languages: ByLanguage<{ readonly bad: Text; readonly good: Text }>,
  form: CodeRule['form'],
): readonly CodeRule[] {
  return (Object.keys(languages) as CodeLanguage[]).flatMap((language) => {
    const own = languages[language];
    if (own === undefined) return [];
    const rule = { ...shared, ...own, form, id: `${language}-${slug}`, languages: [language] };
    // The parameters of the three functions above hold what a rule of this form consists of.
    return [{ ...rule, bad: { [language]: own.bad }, good: { [language]: own.good } } as unknown as CodeRule];
  });
}
