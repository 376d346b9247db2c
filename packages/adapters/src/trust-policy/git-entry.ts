// SPDX-License-Identifier: Apache-2.0
import { list, type Members, map } from '../platform/record-schema/collections.ts';
import { optional, or } from '../platform/record-schema/presence.ts';
import { oneOf, text } from '../platform/record-schema/scalars.ts';
import type { Schema } from '../platform/record-schema/schema.ts';

export type GitRuleEntry = { readonly signers: readonly string[]; readonly unsigned: 'refused' | 'accepted' };

/** The part of a trust policy about commits and tags, as people write it. */
export type GitEntry = {
  readonly commits?: GitRuleEntry;
  readonly merges?: GitRuleEntry;
  readonly merged?: GitRuleEntry;
  readonly bots: readonly (GitRuleEntry & { readonly authors: readonly string[] })[];
  readonly tags?: GitRuleEntry & { readonly names: readonly string[] };
  readonly keysCount: 'stated' | 'now';
};

const rule: Members<GitRuleEntry> = {
  signers: list(text('The name of a signer: sigstore, ssh or openpgp'), 'Any of whom may have signed'),
  unsigned: or(
    oneOf(['refused', 'accepted'], 'What of those without any signature; one that is there has to be good in any case'),
    'refused',
  ),
};

const bot: Schema<GitEntry['bots'][number]> = map(
  {
    authors: list(
      text('`49699333+dependabot[bot]@users.noreply.github.com`; `*` stands for any number of characters'),
      'Addresses of the authors, as their commits state them',
    ),
    ...rule,
  },
  'Commits of programs',
);

export const gitSchema: Schema<GitEntry> = map(
  {
    commits: optional(map(rule, 'Commits of the first-parent line, and all others that nothing below is about')),
    merges: optional(map(rule, 'Merges of the first-parent line; left out: as `commits`')),
    merged: optional(map(rule, 'Commits that a merge brought in; left out: as `commits`')),
    bots: or(list(bot, 'Commits of programs, wherever they are'), []),
    tags: optional(
      map(
        { names: or(list(text('`v*`; `**` for any'), 'Which tags are releases'), ['**']), ...rule },
        'Tags in the range; left out: not looked at',
      ),
    ),
    keysCount: or(
      oneOf(
        ['stated', 'now'],
        'When keys have to count: when the signature says that it was made, which nothing proves, or at the day of the verification',
      ),
      'stated',
    ),
  },
  'Commits and tags',
);
