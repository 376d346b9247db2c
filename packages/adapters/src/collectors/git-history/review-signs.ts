// SPDX-License-Identifier: Apache-2.0
import { isBot } from '../../platform/git/is-bot.ts';
import { isSamePerson, parsePerson, type Person } from '../../platform/git/person.ts';

const linesMax = 1000;
const lineCharactersMax = 500;

/** The lines of a message after its subject, as many and as long as a person would write. */
export function bodyLines(message: string): readonly string[] {
  return message
    .split('\n', linesMax)
    .slice(1)
    .map((line) => line.slice(0, lineCharactersMax).trimEnd());
}

/**
 * Whether somebody who had no part in writing the commit is named as its reviewer. `Reviewed-on` names a review and no
 * person, and counts too. Programs that tested it do not.
 */
export function hasReviewTrailer(author: Person, lines: readonly string[]): boolean {
  const writers = [author, ...trailers(lines, /^co-authored-by$/iu).map(parsePerson)];
  if (trailers(lines, /^reviewed-on$/iu).some((value) => value !== '')) return true;
  return trailers(lines, /^(?:reviewed|acked|approved|tested|reviewed-and-tested)[ -]by$/iu)
    .map(parsePerson)
    .some((person) => (person.name !== '' || person.email !== '') && !isBot(person) && isNew(person, writers));
}

export function coAuthors(lines: readonly string[]): readonly Person[] {
  return trailers(lines, /^co-authored-by$/iu).map(parsePerson);
}

const subjectReferences: readonly RegExp[] = [
  // Squash merges: "(#12)", "(!12)", "(GH-12)", "(owner/name#12)".
  /\((?:(?:[\w./-]{0,100}|pr |gh )[#!]|gh-|pr-)\d{1,9}\)$/iu,
  /^merge pull request #\d/iu,
  // How GitHub merges the private pull request of an advisory.
  /^merge commit from fork$/iu,
  /^merged pr \d{1,9}:/iu,
  /^pull request #\d{1,9}:/iu,
  /\(pull request #\d{1,9}\)$/iu,
];

const lineReferences: readonly RegExp[] = [
  /^see merge request \S{0,200}!\d/iu,
  /^change-id: I[0-9a-f]{40}$/iu, // Gerrit
  /^differential revision:/iu, // Phabricator
  /^(?:link|message-id|patchwork-id): ?<?https?:\/\/(?:lore\.kernel\.org|patch\.msgid\.link|patchwork\.)/iu,
  /^(?:github-)?(?:pull-request|pull request|merge-request|pr|pr-url|mr)(?:-url)?: ?\S/iu,
  // Projects that push by hand close the pull request so. An issue can be closed so too; git cannot tell.
  /^(?:closes|close|closed|merges):? #\d/iu,
  /^[a-z][a-z -]{0,40}:? ?<?https?:\/\/\S{1,300}\/(?:pull|pulls|pull-requests|merge_requests)\/\d/iu,
];

/** Whether the message refers to a pull or merge request, or to a review elsewhere. */
export function hasReviewReference(message: string, lines: readonly string[]): boolean {
  const subject = (message.split('\n', 1)[0] ?? '').slice(0, lineCharactersMax).trimEnd();
  if (subjectReferences.some((pattern) => pattern.test(subject))) return true;
  return lines.some((line) => lineReferences.some((pattern) => pattern.test(line)));
}

function trailers(lines: readonly string[], key: RegExp): readonly string[] {
  return lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 && key.test(line.slice(0, colon)) ? [line.slice(colon + 1).trim()] : [];
  });
}

function isNew(person: Person, writers: readonly Person[]): boolean {
  return writers.every((writer) => !isSamePerson(person, writer));
}
