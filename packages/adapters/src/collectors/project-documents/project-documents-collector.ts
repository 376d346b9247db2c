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
    const fact = { codingStandards: [], verificationGuides: [], elsewhere: [] } as Mutable;
    await repository.read(documentPaths(treePaths(repository).documents()), (path, content) => {
      if (content.state === 'text') readDocument(path, content.text, { fact, uri: repository.uri });
    });
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
