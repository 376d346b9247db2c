// SPDX-License-Identifier: Apache-2.0
import { createKeywordSearch } from '../../embedded/keyword-search.ts';
import type { SecretRule } from '../secret-rule.ts';
import { entropyOf } from './entropy.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { type Shape, shapes } from './shapes.ts';

/** Where a secret stands in the text, and what speaks for it. */
export type SecretMatch = {
  readonly rule: SecretRule;
  readonly secret: string;
  /** Offset of the secret in the text. */
  readonly at: number;
  readonly shape: Shape;
};

type Compiled = {
  readonly rule: SecretRule;
  readonly pattern: RegExp;
  readonly paths: RegExp | null;
  readonly allow: RegExp | null;
};

/** `own`: what the project itself wrote and ships. Elsewhere only what its issuer made to be recognised is looked for. */
export type MatchedText = { readonly path: string; readonly text: string; readonly own: boolean };

/** Lines of machine-made files are long: a pattern sees at most this much before and after its keyword. */
const before = 160;
const after = 600;

/**
 * Compiles rules. One pass over the text finds the keywords; patterns run only around them, each within a bounded stretch, so
 * that time is linear in the text whatever it holds.
 */
export function createSecretMatcher(
  rules: readonly SecretRule[],
): (given: MatchedText, visit: (match: SecretMatch) => void) => void {
  const compiled = rules.map(compile);
  const keywords = [...new Set(rules.flatMap((rule) => rule.keywords))];
  const byKeyword = keywords.map((keyword) => compiled.filter(({ rule }) => rule.keywords.includes(keyword)));
  const search = createKeywordSearch(keywords, { ignoreCase: true });
  return (given, visit) => {
    const seen = new Set<number>();
    const searchedTo = new Map<Compiled, number>();
    const take = (match: SecretMatch | null): void => {
      if (match === null || seen.has(match.at)) return;
      seen.add(match.at);
      visit(match);
    };
    search(given.text, (keyword, at) => {
      for (const candidate of byKeyword[keyword] ?? []) {
        if (candidate.rule.form === 'token') take(matchToken(candidate, given, at));
        else if (given.own && (candidate.paths?.test(given.path) ?? true) && at >= (searchedTo.get(candidate) ?? 0))
          searchedTo.set(candidate, matchContext(candidate, given.text, { at, take }));
      }
    });
  };
}

function compile(rule: SecretRule): Compiled {
  const source = rule.form === 'token' ? `(?<![A-Za-z0-9_-])${rule.pattern}(?![A-Za-z0-9_-])` : rule.pattern;
  return {
    rule,
    pattern: new RegExp(source, rule.form === 'token' ? 'y' : 'gim'),
    paths: rule.paths === undefined ? null : new RegExp(rule.paths, 'i'),
    allow: rule.allow === undefined ? null : new RegExp(rule.allow),
  };
}

function matchToken(candidate: Compiled, { text, own }: MatchedText, at: number): SecretMatch | null {
  candidate.pattern.lastIndex = at;
  const found = candidate.pattern.exec(text);
  if (found === null) return null;
  const match = judge(candidate, found[0], at);
  // With a wrong checksum it is made up, or of a form that we do not know: told where it would do harm.
  return match?.shape === 'wrong' && !own ? null : match;
}

type AroundKeyword = { readonly at: number; readonly take: (match: SecretMatch | null) => void };

/** Matches around a keyword, and returns up to where nothing more is to be looked for. */
function matchContext(candidate: Compiled, text: string, { at, take }: AroundKeyword): number {
  const { pattern, rule } = candidate;
  const lineEnd = (text.indexOf('\n', at) + text.length + 1) % (text.length + 1); // the end of the text when there is none
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - before);
  const end = rule.reach === undefined ? Math.min(lineEnd, at + after) : Math.min(text.length, at + rule.reach);
  const stretch = text.slice(start, end);
  let last = at + 1;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(stretch); found !== null; found = pattern.exec(stretch)) {
    const secret = found.groups?.['secret'] ?? found[0];
    const match = judge(candidate, secret, start + found.index + found[0].lastIndexOf(secret));
    if (match?.shape !== 'wrong') take(match);
    last = start + pattern.lastIndex;
  }
  return rule.reach === undefined ? Math.max(last, end === lineEnd ? end : end - before) : last;
}

function judge({ rule, allow }: Compiled, secret: string, at: number): SecretMatch | null {
  const body = secret.slice(rule.form === 'token' ? rule.keywords[0].length : 0);
  if (allow?.test(secret) === true || entropyOf(body) < rule.entropyMin) return null;
  if (!secret.startsWith('-----') && isPlaceholder(body)) return null;
  const shape = rule.shape === undefined ? 'open' : shapes[rule.shape](secret);
  return { rule, secret, at, shape };
}
