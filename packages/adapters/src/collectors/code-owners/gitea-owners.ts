// SPDX-License-Identifier: Apache-2.0
import { linearExpression } from './linear-expression.ts';
import { rulesMax, type OwnersProblem, type Ownership } from './ownership.ts';
import { isOwner, splitLine } from './split-line.ts';

type Rule = {
  readonly matches: (path: string) => boolean;
  readonly negated: boolean;
  readonly owners: readonly string[];
};

/**
 * CODEOWNERS as Gitea and Forgejo read it: each pattern is a regular expression over the whole path, `!` turns it
 * round, and every rule that matches adds its owners; none takes them away.
 */
export function giteaOwners(text: string): Ownership {
  const problems: OwnersProblem[] = [];
  const rules: Rule[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const parts = splitLine(line);
    if (parts === null || rules.length >= rulesMax) continue;
    const negated = parts.pattern.startsWith('!');
    const matches = linearExpression(`^(?:${negated ? parts.pattern.slice(1) : parts.pattern})$`);
    const owners = parts.owners.filter(isOwner);
    if (matches === null) problems.push({ line: index + 1, message: 'the regular expression is not understood' });
    else if (owners.length === 0) problems.push({ line: index + 1, message: 'the rule names no owner' });
    else rules.push({ matches, negated, owners });
  }
  return {
    rules: rules.length,
    owners: new Set(rules.flatMap(({ owners }) => owners)),
    problems,
    isOwned: (path) => rules.some(({ matches, negated }) => matches(path) !== negated),
  };
}
