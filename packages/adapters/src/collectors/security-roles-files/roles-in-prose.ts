// SPDX-License-Identifier: Apache-2.0
import type { NamedRole } from '@plumbline/core/facts/security-roles-files';
import { titlesOver, type Passage, type Prose } from '../../platform/prose/prose.ts';
import { sentencesOf } from '../../platform/prose/sentences.ts';
import { isTemplateText } from '../../platform/prose/template-text.ts';
import { countPeople } from './count-people.ts';
import {
  accountable,
  employer,
  incidentDuty,
  isTheTeam,
  keepers,
  officeInEntry,
  securityDuty,
  securityRole,
  securityTeam,
  teamAtWork,
} from './role-words.ts';

/** Documents on who does what; in a policy the same words promise an answer to a finder. */
const governs = /(?:^|\/)(?:governance|maintainers?|committers?|teams?|roles|charter|leadership)\.\w+$/iu;

/** A role as one document names it. `template`: nobody has replaced its text yet. */
export type FoundRole = NamedRole & { readonly template: boolean };

const thanks = /hall of fame|acknowledg|credit|thanks|emeritus|former|alumni|past |membership|joining|selection/iu;

/**
 * Passages that name who is accountable for security: people listed under a heading of a security team or office, a
 * person with such an office, a team that is called responsible or whose work a governing document tells, and maintainers whose written duties include security
 * (`keepersListed`: how many of them the project names). Thanks to finders, mailboxes and a security team that only
 * "will respond" name nobody.
 */
export function rolesInProse(prose: Prose, keepersListed: number): readonly FoundRole[] {
  const found: FoundRole[] = [];
  const add = (role: string, holders: number, passage: Passage, line: number): void => {
    found.push({
      role: role.slice(0, 100),
      holders,
      at: { path: prose.path, line },
      template: isTemplateText(passage.text),
    });
  };
  addSections(prose, add);
  for (const passage of prose.passages) {
    const titles = titlesOver(prose, passage);
    if (passage.kind === 'code' || titles.some((title) => thanks.test(title))) continue;
    const inRoleSection = titles.slice(-1).some((title) => securityRole.test(title));
    if (!inRoleSection && isEntry(passage)) addEntry(prose, passage, add);
    for (const { raw, plain, line } of sentencesOf(passage)) {
      const people = countPeople(raw);
      if (!inRoleSection && people > 0 && namesHolder(plain)) add(firstRole(plain), people, passage, line);
      else if (securityTeam.test(plain) && accountable.test(plain))
        add(firstRole(plain), Math.max(1, people), passage, line);
      else if (governs.test(prose.path) && teamAtWork.test(plain)) add(firstRole(plain), 1, passage, line);
      else if (incidentDuty.test(plain)) add('maintainers, for incidents', Math.max(1, people), passage, line);
      else if (keepersListed > 0 && isKeepersDuty(plain, titles))
        add('maintainers, for security', keepersListed, passage, line);
    }
  }
  return distinct(found);
}

type Add = (role: string, holders: number, passage: Passage, line: number) => void;

const isEntry = (passage: Passage): boolean => passage.kind === 'item' || passage.kind === 'row';
const firstRole = (text: string): string => securityRole.exec(text)?.[0] ?? 'security';

/** People listed under "Security team" and its like. */
function addSections(prose: Prose, add: Add): void {
  for (const [index, section] of prose.sections.entries()) {
    if (!securityRole.test(section.title) || thanks.test(section.title)) continue;
    const until = prose.sections.findIndex((other, at) => at > index && other.level <= section.level);
    const last = until < 0 ? prose.sections.length : until;
    const under = prose.passages.filter(
      (passage) => passage.section >= index && passage.section < last && passage.kind !== 'code',
    );
    const entries = under.filter(isEntry);
    const holders = entries.reduce((sum, passage) => sum + Math.min(1, countPeople(passage.text)), 0);
    const [first] = under;
    if (first === undefined) continue;
    if (holders > 0) add(section.title, holders, first, section.line);
    else {
      const named = under
        .filter((passage) => passage.text.length < 400)
        .reduce((sum, passage) => sum + countPeople(passage.text), 0);
      const responsible = under.find(
        ({ text }) => accountable.test(text) || (governs.test(prose.path) && isTheTeam.test(text)),
      );
      if (named > 0) add(section.title, named, first, section.line);
      else if (responsible !== undefined && securityTeam.test(section.title))
        add(section.title, 1, responsible, responsible.line);
    }
  }
}

/** `| Ada | @ada | Security lead |` in a list of people. */
function addEntry(prose: Prose, passage: Passage, add: Add): void {
  const isList =
    /maintainer|governance|owners|team|committer|leadership|roles|steering|people|contact|tsc|authors/iu.test(
      prose.path,
    );
  if (!isList || passage.text.length > 400 || employer.test(passage.text)) return;
  const people = countPeople(passage.text);
  const office = officeInEntry.exec(passage.text)?.[0].replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (people > 0 && office !== undefined) add(office, people, passage, passage.line);
}

/** "The security officer is Ada", "security team: @ada, @bo"; not "the security team will answer @you". */
function namesHolder(plain: string): boolean {
  const match = securityRole.exec(plain);
  if (match === null) return false;
  const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 60);
  return /^(?:s|'s)?(?: (?:of|for) [\w -]{1,30})?(?: members?)?\s?(?::|\(|–|—|- |,? (?:is|are|consists? of|comprises|includes?|currently|members)\b)/u.test(
    after,
  );
}

function isKeepersDuty(plain: string, titles: readonly string[]): boolean {
  if (!securityDuty.test(plain)) return false;
  const duties = titles.some(
    (title) => keepers.test(title) && /responsib|dut(?:y|ies)|expect|role|what .{0,20}do/iu.test(title),
  );
  return duties || (keepers.test(plain) && accountable.test(plain));
}

function distinct(found: readonly FoundRole[]): readonly FoundRole[] {
  return [...new Map(found.map((role) => [`${role.at.line}`, role])).values()];
}
