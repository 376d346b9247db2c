// SPDX-License-Identifier: Apache-2.0
import { isBot, isForge } from '../../platform/git/is-bot.ts';
import type { RawCommit } from '../../platform/git/parse-commit.ts';
import type { Person } from '../../platform/git/person.ts';
import { bodyLines, coAuthors } from './review-signs.ts';

const contributorsMax = 100_000;

export type Contributors = { readonly add: (commit: RawCommit) => void; readonly emails: () => readonly string[] };

/** Gathers the addresses of the people who wrote or committed; programs and forges are left out. */
export function gatherContributors(): Contributors {
  const emails = new Set<string>();
  const add = (person: Person): void => {
    if (isBot(person) || isForge(person) || !isAddress(person.email)) return;
    if (emails.size < contributorsMax) emails.add(person.email);
  };
  return {
    add: ({ author, committer, message }) => {
      add(author);
      add(committer);
      coAuthors(bodyLines(message)).forEach(add);
    },
    emails: () => [...emails].sort(),
  };
}

/** A bare `noreply@` is how tools and assistants sign; a forge's no-reply address of a person has the person's name. */
function isAddress(email: string): boolean {
  return email.length <= 254 && /^[^\s@]+@[^\s@]+$/u.test(email) && !/^no-?reply@/u.test(email);
}
