// SPDX-License-Identifier: Apache-2.0
import { isDocumentation, isForeign, type ProsePath } from '../../platform/prose/prose-path.ts';

const documentsMax = 1_500;
const notNow = /^(?:changelog|changes|news|history|releases?-?notes?|licen[cs]e|copying|notice)/u;

/** The project's own documents, the likeliest first, old versions and changelogs left out. */
export function documentPaths(documents: readonly ProsePath[]): readonly string[] {
  return documents
    .filter((document) => isDocumentation(document) && !isForeign(document) && document.ending !== 'html')
    .filter(
      ({ folders, stem }) =>
        !notNow.test(stem) &&
        !folders.some((folder) => /^versioned|^changelogs?$|^blog$|^posts$|^release[-_]?notes$/u.test(folder)),
    )
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, documentsMax)
    .map(({ path }) => path);
}

const rank = ({ folders, stem }: ProsePath): number =>
  folders.length +
  (/readme|contribut|security|hacking|coding|style|standard|guideline|convention|verif|release|install|develop/u.test(
    stem,
  )
    ? 0
    : 10);
