// SPDX-License-Identifier: Apache-2.0
import type { RangeCommit, ReadGitObject } from '@plumbline/core/verification/git-object';
import type { GitRequirements, GitRole, GitRule } from '@plumbline/core/verification/git-requirements';
import { matchesPattern } from '../matches-pattern.ts';

/** By which rule something is judged; null: the policy asks nothing of it. */
export type ChosenRule = { readonly role: GitRole; readonly rule: GitRule | null };

/** The rule for a commit. Who wrote it is what it says itself: that may choose a rule, and never replaces a signature. */
export function ruleOfCommit({ object, firstParent, parents }: RangeCommit, requirements: GitRequirements): ChosenRule {
  const { commits, merges, merged, bots } = requirements;
  const bot = object.state === 'read' ? bots.find((rule) => isWrittenBy(object, rule.authors)) : undefined;
  if (bot !== undefined) return { role: 'bot', rule: bot };
  if (!firstParent) return { role: 'merged', rule: merged ?? commits };
  return parents > 1 ? { role: 'merge', rule: merges ?? commits } : { role: 'commit', rule: commits };
}

/** Whether the policy asks for a tag of this name, as people see it: one with a character that nobody sees is asked for, too. */
export const asksForTag = (name: string, { tags }: GitRequirements): boolean =>
  tags !== null && tags.names.some((pattern) => matchesPattern(name.replaceAll(unseen, ''), pattern));

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const isWrittenBy = ({ author }: ReadGitObject, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matchesPattern(author, pattern.toLowerCase()));
