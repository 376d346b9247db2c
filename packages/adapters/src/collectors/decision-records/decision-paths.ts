// SPDX-License-Identifier: Apache-2.0
import { isDocumentation, isForeign, type ProsePath } from '../../platform/prose/prose-path.ts';

/**
 * How much a place promises. `record`: a folder of decisions. `proposal`: a folder of proposals, each of which argues.
 * `log`: one file of decisions. `design`: a design document, which counts only when it gives reasons.
 * `development`: a document for developers, which counts only when it speaks of choices as such.
 * `other`: any other document of the project, of which only sections that promise reasons by their heading count.
 */
export type DecisionFile = {
  readonly path: string;
  readonly role: 'record' | 'proposal' | 'log' | 'design' | 'development' | 'other';
};

const recordFolder =
  /^(?:adrs?|\.?adr[-_ ]?log|decisions?|architecture[-_ ]?decisions?|architectural[-_ ]?decisions?|architecture[-_ ]?decision[-_ ]?records?|decision[-_ ]?records?|design[-_ ]?decisions?|decision[-_ ]?log|madr)$/u;
const proposalFolder =
  /^(?:rfcs?|keps?|peps?|deps?|beps?|teps?|seps?|proposals?|enhancements?|enhancement[-_ ]?proposals|design[-_ ]?(?:proposals|docs?|documents|notes)|designs?|specs\/proposals)$/u;
const logStem =
  /^(?:decisions?|decision[-_]?log|design[-_]?decisions|architecture[-_]?decisions?|adrs?|rationale|design[-_]?rationale)$/u;
const designStem =
  /design|rationale|architect|internals|how[-_]?it[-_]?works|(?:^|[-_])why(?:[-_]|$)|philosophy|principles/u;
const notARecord =
  /^(?:readme|index|template|adr[-_]?template|_template|toc|summary|contributing|about|overview|process|rfc[-_]?template)$|template|^0{3,4}[-_](?:template|adr)|^00[-_]?index/u;

const recordsMax = 2_000;
const designsMax = 300;
const othersMax = 300;
/** Written for those who change the product. */
const development = /^(?:internal|development|dev|developers?|contribut\w*|maintainers?|specs?)$/u;
/** Written for those who use it, and what only looks back. */
const forUsers =
  /^(?:usage|users?|user[-_]guide|guides?|tutorials?|how[-_]?tos?|getting[-_]started|examples?|reference[-_]guide|blog|news|releases?|release[-_]?notes|changelogs?|api|man|faq)$/u;
const looksBack =
  /^(?:readme|changelog|changes|news|history|release[-_]?notes|licen[cs]e|code[-_]of[-_]conduct|faq|authors|security)/u;

/** Documents that may hold decisions, those in folders of decisions first. */
export function decisionFiles(all: readonly ProsePath[]): readonly DecisionFile[] {
  const documents = all.filter(
    (document) =>
      !isForeign(document) &&
      !document.folders.some((folder) => folder.startsWith('version')) &&
      document.ending !== 'html' &&
      document.ending !== '',
  );
  const found = documents.map(roleOf).filter((file) => file !== null);
  const ofRole = (...roles: readonly DecisionFile['role'][]): readonly DecisionFile[] =>
    found.filter(({ role }) => roles.includes(role));
  return [
    ...ofRole('record', 'proposal', 'log').slice(0, recordsMax),
    ...ofRole('design').slice(0, designsMax),
    ...ofRole('development').slice(0, othersMax),
    ...ofRole('other').slice(0, othersMax),
  ];
}

function roleOf(document: ProsePath): DecisionFile | null {
  const { path, folders, stem } = document;
  const place = folders.slice(-3);
  const inRecords = place.some((folder) => recordFolder.test(folder));
  // A proposal may be a folder with a README (KEP); an index is none.
  const isIndex = notARecord.test(stem);
  if (inRecords) return isIndex ? null : { path, role: 'record' };
  if (place.some((folder) => proposalFolder.test(folder)) && !folders.includes('src')) {
    const ownFolder = /^\d{2,5}[-_]/u.test(folders.at(-1) ?? '') && stem === 'readme';
    return isIndex && !ownFolder ? null : { path, role: 'proposal' };
  }
  // A README is written for those who use the product; where its headings promise reasons it gives them too.
  if (stem === 'readme' && folders.length === 0) return { path, role: 'other' };
  if (!isDocumentation(document) && folders[0] !== 'specs') return null;
  if (logStem.test(stem)) return { path, role: 'log' };
  const folder = folders.at(-1) ?? '';
  if (designStem.test(stem) || /^(?:architecture|internals|explanation)$/u.test(folder))
    return { path, role: 'design' };
  if (development.test(folder)) return { path, role: 'development' };
  return folders.some((folder) => forUsers.test(folder)) || looksBack.test(stem) ? null : { path, role: 'other' };
}
