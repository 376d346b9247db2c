// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import type { ShapeName } from './match/shapes.ts';

type SecretRuleBase = {
  readonly id: string;
  /** What was found, for people: `GitHub personal access token`. */
  readonly title: string;
  readonly severity: Exclude<Severity, 'none' | 'unrated'>;
  /** Lower case. Nothing is matched but around one of these: they make the whole tree cost one pass. */
  readonly keywords: readonly [string, ...string[]];
  /**
   * Source of a regular expression without unbounded repetition inside repetition: it takes linear time. The group `secret` is
   * the secret, else the whole match is.
   */
  readonly pattern: string;
  /** Shannon entropy of the secret without its prefix, bits a character. */
  readonly entropyMin: number;
  /** Values of this form are known to be none. */
  readonly allow?: string;
  /** How many characters after its keyword the secret may take, over line ends. Left out: it ends within the line. */
  readonly reach?: number;
  /** Only in files whose path fits. */
  readonly paths?: string;
  /** How the issuer made it recognisable beyond the pattern. */
  readonly shape?: ShapeName;
};

/**
 * `token`: made by its issuer to be recognised; it begins with its keyword, and is looked for in every file.
 * `context`: known by what it is assigned to or stands in; only in what the project itself wrote and ships, because tests,
 * fixtures, examples and documents are full of made-up ones.
 */
export type SecretRule =
  | (SecretRuleBase & { readonly form: 'token' })
  | (SecretRuleBase & { readonly form: 'context'; readonly confidence: 'high' | 'medium' | 'low' });

type TokenOptions = Partial<Pick<SecretRuleBase, 'severity' | 'entropyMin' | 'allow' | 'shape'>> & {
  /** Where the pattern begins with more than one literal. */
  readonly keywords?: readonly [string, ...string[]];
};

/** A token of its issuer: `id`, title, what it begins with, what follows, and what is special. */
export function token(
  id: string,
  title: string,
  [prefix, rest]: readonly [string, string],
  options: TokenOptions = {},
): SecretRule {
  return {
    form: 'token',
    id,
    title,
    severity: 'high',
    keywords: [prefix.toLowerCase()],
    pattern: `${options.keywords === undefined ? literal(prefix) : ''}${rest}`,
    entropyMin: 3,
    ...options,
  };
}

/** Something assigned to a name, in code or configuration: `name = "…"`, `"name": "…"`, `NAME=…`, `--name …`. */
export function assigned(name: string, value: string): string {
  return `${name}["'\`\\]]{0,2}\\s{0,8}(?:=>|:=|=|:|,|\\s)\\s{0,8}["'\`]?(?<secret>${value})(?![A-Za-z0-9_/+=-])`;
}

const literal = (text: string): string => text.replaceAll(/[.$+*?()[\]{}|\\^/]/g, String.raw`\$&`);
