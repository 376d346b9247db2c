// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { SecurityTxt } from '@plumbline/core/facts/security-txt';
import { checkSecurityTxt, instantOf } from './check-security-txt.ts';
import { parseSecurityTxt } from './parse-security-txt.ts';
import { securityTxtPaths } from './security-txt-paths.ts';

const filesMax = 20;
const bytesMax = 64 * 1024;

/** The project's own security.txt, judged clause by clause (RFC 9116). */
export const securityTxtCollector: Collector = {
  id: 'security-txt',
  version: '1',
  title: 'Reads the security.txt that the project publishes, and the clauses of RFC 9116 that it breaks',
  kinds: ['security-txt'],
  needs: ['tree'],
  timeoutMs: 20_000,
  collect: async ({ repository }: CollectorInput): Promise<readonly Collected[]> => {
    const files = repository.entries.filter(({ type }) => type === 'file').map(({ path }) => path);
    const facts: SecurityTxt[] = [];
    const unread: string[] = [];
    await repository.read(
      securityTxtPaths(files).slice(0, filesMax),
      (path, content) => {
        if (content.state === 'unread') unread.push(`${path}: ${content.because}`);
        else if (!isProductTemplate(content.text)) facts.push(readSecurityTxt(path, content.text));
      },
      { bytesMax },
    );
    // Two files of one project should agree; the one that is right is the one that serves.
    const fact = facts.find(({ problems, placeholder }) => problems.length === 0 && !placeholder) ?? facts[0];
    if (fact !== undefined)
      return [{ kind: 'security-txt', state: 'found', fact, location: fact.path, strength: 'documented' }];
    const [because] = unread;
    const location = 'tree of the commit';
    if (because !== undefined)
      return [
        {
          kind: 'security-txt',
          state: 'unavailable',
          location,
          because,
          resolve: 'Keep security.txt a small text file',
        },
      ];
    return [
      {
        kind: 'security-txt',
        state: 'absent',
        location,
        lookedIn: 'the web roots of the tree (.well-known/security.txt)',
      },
    ];
  },
};

/** A page that the product renders for whoever runs it: that operator's contact, not the project's. */
const isProductTemplate = (text: string): boolean =>
  /\{\{.{0,200}\}\}|\{%|<%|\$\{[^}]{1,100}\}|__[A-Z_]{3,40}__/u.test(text);

export function readSecurityTxt(path: string, text: string): SecurityTxt {
  const parsed = parseSecurityTxt(text);
  const values = (name: string): readonly string[] =>
    parsed.fields.filter((entry) => entry.name === name).map(({ value }) => value);
  const [expires = null] = values('expires').map(instantOf);
  const contacts = values('contact');
  return {
    path,
    contacts,
    expires,
    policy: values('policy')[0] ?? null,
    signed: parsed.signed,
    problems: [...parsed.problems, ...checkSecurityTxt(parsed)].sort((a, b) => a.line - b.line),
    placeholder: contacts.length > 0 && contacts.every((contact) => reserved.test(contact)),
  };
}

/** RFC 2606 names and the markers of `plumbline init`. */
const reserved = /(?:[@/.]|^)(?:example\.(?:com|org|net)|[\w-]+\.(?:example|invalid|test))(?:[/:?]|$)|\bTODO\b/iu;
