// SPDX-License-Identifier: Apache-2.0
import { readYaml } from '../../platform/located-yaml/read-yaml.ts';
import { memberOf, membersOf, textsOf } from '../../platform/syntax/json-value.ts';
import { isTemplateText } from '../../platform/prose/template-text.ts';
import { splitLines } from '../../platform/prose/read-lines.ts';
import type { FoundRole } from './roles-in-prose.ts';

/**
 * SECURITY_CONTACTS and its like: a handle, an address or a comma-separated record a line, comments apart. Kubernetes'
 * file says of them that they handle what comes in: people, not a mailbox.
 */
export function rolesInContacts(path: string, text: string): readonly FoundRole[] {
  const lines = splitLines(text).map((line, index) => ({
    text: line.replace(/^\s*#.*$/u, '').trim(),
    line: index + 1,
  }));
  const people = lines.filter((line) => entry.test(line.text) && !mailbox.test(line.text));
  const [first] = people;
  if (first === undefined) return [];
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/u, '')
      .replaceAll(/[-_]/gu, ' ')
      .toLowerCase() ?? '';
  return [
    {
      role: name,
      holders: people.length,
      at: { path, line: first.line },
      template: people.every((line) => isTemplateText(line.text)),
    },
  ];
}

const entry =
  /^(?:[-*]\s+)?(?:@?[\p{L}\p{N}][\p{L}\p{N}_-]{0,38}(?:\s*(?:#.*|[,(|].*))?|"[\w-]{1,60}",.*|(?:[\p{L}'.-]+ ){1,3}[<(]?[\w.+-]+@[\w.-]+[>)]?.*|[\w.+-]+@[\w.-]+|\[?(?:[\p{L}'.-]+ ?){1,4}\]?\(?[[(<]?(?:@|https?:\/\/).*)$/u;
const mailbox = /^(?:[-*]\s+)?(?:security|psirt|report|info|team)[\w.-]*@|^(?:todo|none|tbd)$/iu;

/** OWNERS_ALIASES of Kubernetes: a group whose name speaks of security. */
export function rolesInAliases(path: string, text: string): readonly FoundRole[] {
  const reading = readYaml(text);
  if (reading.state === 'refused') return [];
  return membersOf(memberOf(reading.value, 'aliases'))
    .filter(([name]) => /security|psirt|vulnerab/iu.test(name))
    .map(([name, people]) => ({
      role: name.slice(0, 100),
      holders: textsOf(people).length,
      at: { path, line: reading.lineOf(['aliases', name]) },
      template: false,
    }))
    .filter(({ holders }) => holders > 0);
}

/** CODEOWNERS: a team for security by its own name. Owning a file about security does not make a person accountable. */
export function rolesInCodeOwners(path: string, text: string): readonly FoundRole[] {
  for (const [index, line] of splitLines(text).entries()) {
    const teams = [
      ...line
        .replace(/(?:^|\s)#.*$/u, '')
        .matchAll(/(?<=\s)@[\w-]{1,60}\/[\w.-]{0,60}(?:security|psirt)[\w.-]{0,60}/giu),
    ];
    const [team] = teams;
    if (team !== undefined) {
      const template = /@(?:your|my|org|octo)[-_]?/iu.test(team[0]);
      return [{ role: team[0].slice(1), holders: 1, at: { path, line: index + 1 }, template }];
    }
  }
  return [];
}

const sectionTitle =
  /^(?:product )?security(?: (?:contact|contacts|team|response(?: team)?|officers?|process|policy|advisories|issues|maintainers?))?$|vulnerab/iu;

/** The kernel's form of MAINTAINERS: a section on security itself (not on a security subsystem) with its people. */
export function rolesInMaintainers(path: string, text: string): readonly FoundRole[] {
  const found: FoundRole[] = [];
  let title = { text: '', line: 0 };
  let people = 0;
  const flush = (): void => {
    if (people > 0 && sectionTitle.test(title.text))
      found.push({ role: title.text.toLowerCase(), holders: people, at: { path, line: title.line }, template: false });
    people = 0;
  };
  for (const [index, line] of splitLines(text).entries()) {
    if (/^[MR]:\s/u.test(line)) people += 1;
    else if (!/^[A-Z]:\s/u.test(line)) {
      flush();
      if (line.trim() !== '' && !/^[-=~]+$/u.test(line)) title = { text: line.trim(), line: index + 1 };
    }
  }
  flush();
  return found;
}
