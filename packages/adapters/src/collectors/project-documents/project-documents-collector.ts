// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { ProjectDocuments } from '@plumbline/core/facts/project-documents';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { parseProse } from '../../platform/prose/parse-prose.ts';
import { documentPaths } from './document-paths.ts';
import { findCodingStandards, mayHoldStandard } from './find-coding-standards.ts';
import { findElsewhere } from './find-elsewhere.ts';
import { findVerificationGuide, mayHoldGuide } from './find-verification-guide.ts';

const placesMax = 50;
const mayLink = /https?:\/\/.{0,300}|threat model|governance/iu;
/** Only the documents that newcomers are sent to say where others are. */
const pointing =
  /(?:^|\/)(?:readme|contributing|security|governance|maintainers|hacking|index|install(?:ation)?|download|releases?|[\w-]*security[\w-]*|docs?)(?:\.\w+)?$/iu;

/** Coding standards that concern security, guides to verify a release, and where the project says they are elsewhere. */
export const projectDocumentsCollector: Collector = {
  id: 'project-documents',
  version: '1',
  title: 'Reads documents for coding standards, verification guides and links to those kept elsewhere',
  kinds: ['project-documents'],
  needs: ['tree'],
  timeoutMs: 90_000,
  collect: async ({ repository }: CollectorInput): Promise<readonly Collected[]> => {
    const documents = documentPaths(treePaths(repository).documents());
    const fact = { codingStandards: [], verificationGuides: [], elsewhere: [] } as Mutable;
    await repository.read(documents, (path, content) => {
      if (content.state === 'text') readDocument(path, content.text, { fact, uri: repository.uri });
    });
    fact.elsewhere = fact.elsewhere.filter(({ url }) => !isPageOfTree(url, documents, fact.elsewhere));
    const first = fact.codingStandards[0] ?? fact.verificationGuides[0]?.at ?? fact.elsewhere[0]?.at;
    const location = 'tree of the commit';
    if (first === undefined)
      return [
        {
          kind: 'project-documents',
          state: 'absent',
          location,
          lookedIn: 'README, CONTRIBUTING and the documents of the tree',
        },
      ];
    return [{ kind: 'project-documents', state: 'found', fact, location: first.path, strength: 'documented' }];
  },
};

/** A page of the project's site whose source is a document of this tree: another one than those that only point to it. */
function isPageOfTree(url: string, documents: readonly string[], links: ProjectDocuments['elsewhere']): boolean {
  if (/^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org)\//iu.test(url)) return false;
  const [page = ''] = url.toLowerCase().split(/[?#]/u, 1);
  const stem =
    page
      .replace(/\/+$/u, '')
      .split('/')
      .at(-1)
      ?.replace(/\.\w{1,5}$/u, '') ?? '';
  const pointing = new Set(links.filter((link) => link.url === url).map(({ at }) => at.path));
  return documents.some((path) => {
    const parts = path.toLowerCase().split('/');
    const name = parts.at(-1)?.replace(/\.\w{1,8}$/u, '') ?? '';
    const own = /^(?:index|readme)$/u.test(name) ? parts.at(-2) : name;
    return own === stem && /^docs?$|^documentation$|^website$|^site$/u.test(parts[0] ?? '') && !pointing.has(path);
  });
}

type Mutable = { -readonly [K in keyof ProjectDocuments]: ProjectDocuments[K][number][] };

function readDocument(path: string, text: string, into: { readonly fact: Mutable; readonly uri: string }): void {
  const points = pointing.test(path) && mayLink.test(text);
  if (!points && !mayHoldStandard(path, text) && !mayHoldGuide.test(text)) return;
  const prose = parseProse(path, text);
  const { fact, uri } = into;
  if (fact.codingStandards.length < placesMax) fact.codingStandards.push(...findCodingStandards(prose));
  const guide = mayHoldGuide.test(text) ? findVerificationGuide(prose, uri) : null;
  if (guide !== null && fact.verificationGuides.length < placesMax) fact.verificationGuides.push(guide);
  if (points && fact.elsewhere.length < placesMax) fact.elsewhere.push(...findElsewhere(prose, uri));
}
